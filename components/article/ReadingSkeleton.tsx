/** The shape of an article while it is on its way. */
import { Skeleton } from "@mantine/core";
import classes from "./ReadingSkeleton.module.css";

const lines = ["96%", "92%", "98%", "88%", "95%", "60%"];

export function ReadingSkeleton() {
  return (
    <main id="main" className={classes.page} aria-busy aria-label="Loading the article">
      <Skeleton height={14} width="30%" mb="md" />
      <Skeleton height={40} width="85%" mb="sm" />
      <Skeleton height={40} width="55%" mb="xl" />
      {[1, 2].map((paragraph) => (
        <div key={paragraph} className={classes.paragraph}>
          {lines.map((width) => (
            <Skeleton key={width} height={16} width={width} />
          ))}
        </div>
      ))}
    </main>
  );
}
