/** What rebuttals and threads say about an article's highlights. */
import { readHighlightFacts } from "@/lib/highlights/endpoints";
import { readFacts } from "@/lib/highlights/read-facts";
import { implement } from "@/lib/http/implement";
import { locateArticle } from "@/lib/threads/locate";

export const GET = implement(readHighlightFacts, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: ({ params, member }) => readFacts(params.articleId, member),
});
