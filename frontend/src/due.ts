/** Days marked `data-hb-due` that have passed: how overdue what was promised by then is. */

import { spoken } from "./spoken";

const DAY = 86_400_000; // milliseconds

/** Whole days from `due`, as 2026-12-12, to `today`; 0 until the day after, or for no day. */
export function overdueDays(due: string, today: Date): number {
  const [year = NaN, month = NaN, day = NaN] = due.split("-").map(Number);
  const from = Date.UTC(year, month - 1, day);
  const to = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.max(0, Math.round((to - from) / DAY)) || 0;
}

export function startDue(root: ParentNode, today: Date): void {
  for (const due of root.querySelectorAll<HTMLTimeElement>("time[data-hb-due]")) {
    const days = overdueDays(due.dateTime, today);
    if (days > 0) {
      const one = "if nothing newer has been released, overdue by 1 day";
      const many = "if nothing newer has been released, overdue by {days} days";
      due.append(`: ${days === 1 ? spoken(one) : spoken(many, { days })}`);
    }
  }
}
