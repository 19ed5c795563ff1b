-- Apart from what uses them: PostgreSQL takes a new value only once the transaction that added it has committed.
-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'mentioned';
ALTER TYPE "NoticeKind" ADD VALUE 'replied';
ALTER TYPE "NoticeKind" ADD VALUE 'commented';
ALTER TYPE "NoticeKind" ADD VALUE 'thread_resolved';
ALTER TYPE "NoticeKind" ADD VALUE 'role_changed';
