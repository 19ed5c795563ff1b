/** In which order a thread is read. */
import { NativeSelect } from "@mantine/core";
import { type DiscussionOrder, discussionOrders } from "@/lib/threads/place";

const names: Record<DiscussionOrder, string> = {
  oldest: "As written",
  newest: "Newest first",
  discussed: "Most discussed first",
};

interface Props {
  order: DiscussionOrder;
  onChange: (order: DiscussionOrder) => void;
}

export function OrderSelect({ order, onChange }: Props) {
  return (
    <NativeSelect
      size="xs"
      variant="unstyled"
      aria-label="Order of the comments"
      data={discussionOrders.map((value) => ({ value, label: names[value] }))}
      value={order}
      onChange={({ currentTarget }) => onChange(discussionOrders.find((each) => each === currentTarget.value) ?? order)}
    />
  );
}
