CREATE TABLE "audit_parts" (
	"audit" text NOT NULL,
	"part" text NOT NULL,
	"n" integer NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "audit_parts_audit_part_n_pk" PRIMARY KEY("audit","part","n")
);
--> statement-breakpoint
CREATE TABLE "document_audits" (
	"key" text PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_parts" ADD CONSTRAINT "audit_parts_audit_audits_key_fk" FOREIGN KEY ("audit") REFERENCES "public"."audits"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_audits_used_at" ON "document_audits" USING btree ("used_at");