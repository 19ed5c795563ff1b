/** The first start: the first owner makes their account and workspace. There is no such page once there is one. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemoPeople } from "@/components/people/DemoPeople";
import { Threshold } from "@/components/people/Threshold";
import { WelcomeForm } from "@/components/people/WelcomeForm";
import { config } from "@/lib/config/config";
import { firstOwnerIsAwaited, setupCode } from "@/lib/people/first-owner";
import { listDemoPeople } from "@/lib/people/ways-in";

export const metadata: Metadata = { title: "Welcome" };

export default async function WelcomePage() {
  if (!(await firstOwnerIsAwaited())) redirect("/sign-in");
  const demoPeople = await listDemoPeople();
  return (
    <Threshold
      title="Welcome to Rejoinder"
      lead="Make the first account. You will own a workspace, and invite the others from there."
    >
      <WelcomeForm asksForCode={setupCode(config()) !== null} />
      {demoPeople.length > 0 && <DemoPeople people={demoPeople} callbackUrl="/" />}
    </Threshold>
  );
}
