/** The front door: leads a member to their workspace, a stranger to sign in. */
import { redirect } from "next/navigation";
import { firstOwnerIsAwaited } from "@/lib/people/first-owner";
import { listWorkspaces } from "@/lib/workspaces/workspaces";
import { currentPerson, requirePerson } from "./session";

export default async function FrontDoor() {
  if (!(await currentPerson()) && (await firstOwnerIsAwaited())) redirect("/welcome");
  const person = await requirePerson("/");
  const [first] = await listWorkspaces(person.id);
  redirect(first ? `/w/${first.id}` : "/account");
}
