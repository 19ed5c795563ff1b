/** While an article's page is on its way: the shape of what comes. */
import { ReadingSkeleton } from "@/components/article/ReadingSkeleton";

export default function Loading() {
  return <ReadingSkeleton />;
}
