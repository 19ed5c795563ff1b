/** There is no such article here, or the person may not know of it. */
import Link from "next/link";
import { Notice } from "@/components/article/Notice";

export default function ArticleNotFound() {
  return (
    <Notice title="No such article">
      <p>It was deleted, or it belongs to a workspace that you aren’t a member of.</p>
      <Link href="/">Go to your library</Link>
    </Notice>
  );
}
