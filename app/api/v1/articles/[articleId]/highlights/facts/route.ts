/** What rebuttals and threads say about an article's highlights. */

import { locateArticle } from "@/lib/article/store";
import { readHighlightFacts } from "@/lib/highlights/endpoints";
import { readFacts } from "@/lib/highlights/read-facts";
import { implement } from "@/lib/http/implement";

export const GET = implement(readHighlightFacts, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: ({ params, member }) => readFacts(params.articleId, member),
});
