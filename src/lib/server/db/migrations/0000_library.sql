CREATE TABLE "audits" (
	"key" text PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"description" text NOT NULL,
	"contested" text NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"collection" text NOT NULL,
	"document" text NOT NULL,
	"n" integer NOT NULL,
	"raw" "bytea" NOT NULL,
	"raw_sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"encoding" text,
	"origin_name" text NOT NULL,
	"origin_row" integer,
	"origin_address" text,
	"text" "bytea" NOT NULL,
	"text_sha256" text NOT NULL,
	"dropped" text NOT NULL,
	"notices" text NOT NULL,
	"words" integer NOT NULL,
	"sketch" integer[] NOT NULL,
	"searchable" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', "searchable")) STORED NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_versions_collection_document_n_pk" PRIMARY KEY("collection","document","n")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"collection" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"version" integer NOT NULL,
	"title" text,
	"author" text,
	"publisher" text,
	"published" text,
	"canonical" text,
	"language" text,
	"note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "documents_collection_id_pk" PRIMARY KEY("collection","id")
);
--> statement-breakpoint
CREATE TABLE "registry_changes" (
	"collection" text NOT NULL,
	"n" integer NOT NULL,
	"at" text NOT NULL,
	"change" text NOT NULL,
	CONSTRAINT "registry_changes_collection_n_pk" PRIMARY KEY("collection","n")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"collection" text NOT NULL,
	"state" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer,
	"attempts" integer NOT NULL,
	"problem" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"task" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"media_type" text,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_collection_document_documents_collection_id_fk" FOREIGN KEY ("collection","document") REFERENCES "public"."documents"("collection","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_collection_collections_id_fk" FOREIGN KEY ("collection") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_task_tasks_id_fk" FOREIGN KEY ("task") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audits_used_at" ON "audits" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "document_versions_raw_sha256" ON "document_versions" USING btree ("raw_sha256");--> statement-breakpoint
CREATE INDEX "document_versions_text_sha256" ON "document_versions" USING btree ("text_sha256");--> statement-breakpoint
CREATE INDEX "document_versions_sketch" ON "document_versions" USING gin ("sketch");--> statement-breakpoint
CREATE INDEX "document_versions_search" ON "document_versions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "tasks_state" ON "tasks" USING btree ("state");