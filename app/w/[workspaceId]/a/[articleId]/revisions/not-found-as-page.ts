/** Shows the page for what doesn't exist when a reader says that it doesn't. */
import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

export async function notFoundAsPage<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
}
