-- +goose Up
-- create "persons" table
CREATE TABLE "persons" ("id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create "audit_entries" table
CREATE TABLE "audit_entries" ("id" character varying NOT NULL, "at" bigint NOT NULL, "action" character varying NOT NULL, "subject_id" character varying NOT NULL, "before" jsonb NULL, "after" jsonb NULL, PRIMARY KEY ("id"));
-- create index "auditentry_at" to table: "audit_entries"
CREATE INDEX "auditentry_at" ON "audit_entries" ("at");
-- create index "auditentry_subject_id_at" to table: "audit_entries"
CREATE INDEX "auditentry_subject_id_at" ON "audit_entries" ("subject_id", "at");
-- create "absences" table
CREATE TABLE "absences" ("id" character varying NOT NULL, "kind" character varying NOT NULL, "note" character varying NOT NULL DEFAULT '', "first_day" date NULL, "last_day" date NULL, "starts_at" bigint NULL, "ends_at" bigint NULL, "person_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "absences_persons_absences" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON DELETE NO ACTION, CONSTRAINT "absence_in_days_or_times" CHECK ((first_day <= last_day AND starts_at IS NULL AND ends_at IS NULL) OR (starts_at < ends_at AND first_day IS NULL AND last_day IS NULL)));
-- create index "absence_person_id" to table: "absences"
CREATE INDEX "absence_person_id" ON "absences" ("person_id");
-- create "branches" table
CREATE TABLE "branches" ("id" character varying NOT NULL, "name" character varying NOT NULL, "slug" character varying NOT NULL, "time_zone" character varying NOT NULL, "locale" character varying NOT NULL, "street" character varying NOT NULL DEFAULT '', "postal_code" character varying NOT NULL DEFAULT '', "city" character varying NOT NULL DEFAULT '', "country" character varying NOT NULL DEFAULT '', "email" character varying NOT NULL DEFAULT '', "phone" character varying NOT NULL DEFAULT '', "start_interval_minutes" bigint NOT NULL DEFAULT 15, "lead_time_minutes" bigint NOT NULL DEFAULT 60, "horizon_days" bigint NOT NULL DEFAULT 90, "cancellation_period_minutes" bigint NOT NULL DEFAULT 1440, "hold_minutes" bigint NOT NULL DEFAULT 10, "change_sequence" bigint NOT NULL DEFAULT 0, PRIMARY KEY ("id"), CONSTRAINT "branch_rules_in_range" CHECK (start_interval_minutes > 0 AND lead_time_minutes >= 0 AND horizon_days >= 0 AND cancellation_period_minutes >= 0 AND hold_minutes > 0));
-- create index "branches_slug_key" to table: "branches"
CREATE UNIQUE INDEX "branches_slug_key" ON "branches" ("slug");
-- create "service_categories" table
CREATE TABLE "service_categories" ("id" character varying NOT NULL, "name" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "service_categories_name_key" to table: "service_categories"
CREATE UNIQUE INDEX "service_categories_name_key" ON "service_categories" ("name");
-- create "services" table
CREATE TABLE "services" ("id" character varying NOT NULL, "name" character varying NOT NULL, "delivery" character varying NOT NULL, "duration_minutes" bigint NOT NULL, "clean_up_minutes" bigint NOT NULL DEFAULT 0, "price_minor_units" bigint NOT NULL DEFAULT 0, "price_currency" character varying NOT NULL DEFAULT 'EUR', "description" character varying NOT NULL DEFAULT '', "bookable_online" boolean NOT NULL DEFAULT true, "archived_at" bigint NULL, "category_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "services_service_categories_services" FOREIGN KEY ("category_id") REFERENCES "service_categories" ("id") ON DELETE NO ACTION, CONSTRAINT "service_in_range" CHECK (0 < duration_minutes AND duration_minutes <= 1440 AND 0 <= clean_up_minutes AND clean_up_minutes <= 1440 AND 0 <= price_minor_units));
-- create index "service_category_id" to table: "services"
CREATE INDEX "service_category_id" ON "services" ("category_id");
-- create "staff" table
CREATE TABLE "staff" ("id" character varying NOT NULL, "first_name" character varying NOT NULL, "last_name" character varying NOT NULL DEFAULT '', "display_name" character varying NOT NULL, "title" character varying NOT NULL DEFAULT '', "email" character varying NOT NULL DEFAULT '', "phone" character varying NOT NULL DEFAULT '', "bio" character varying NOT NULL DEFAULT '', "color" character varying NOT NULL, "role" character varying NOT NULL DEFAULT 'MEMBER', "bookable_online" boolean NOT NULL DEFAULT true, "archived_at" bigint NULL, "person_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "staff_persons_profiles" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON DELETE NO ACTION);
-- create index "staff_person_id" to table: "staff"
CREATE INDEX "staff_person_id" ON "staff" ("person_id");
-- create "appointments" table
CREATE TABLE "appointments" ("id" character varying NOT NULL, "starts_at" bigint NOT NULL, "ends_at" bigint NOT NULL, "blocked_until" bigint NOT NULL, "status" character varying NOT NULL, "live" boolean NOT NULL, "hold_expires_at" bigint NULL, "source" character varying NOT NULL, "note" character varying NOT NULL DEFAULT '', "version" bigint NOT NULL DEFAULT 1, "created_at" bigint NOT NULL, "branch_id" character varying NOT NULL, "person_id" character varying NOT NULL, "service_id" character varying NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "appointments_branches_branch" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION, CONSTRAINT "appointments_persons_appointments" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON DELETE NO ACTION, CONSTRAINT "appointments_services_appointments" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE NO ACTION, CONSTRAINT "appointments_staff_appointments" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION, CONSTRAINT "appointment_hold_expires" CHECK ((status = 'HELD') = (hold_expires_at IS NOT NULL)), CONSTRAINT "appointment_length" CHECK (0 < ends_at - starts_at AND ends_at - starts_at <= 86400 AND 0 <= blocked_until - ends_at AND blocked_until - ends_at <= 86400));
-- create index "appointment_person_id_starts_at" to table: "appointments"
CREATE INDEX "appointment_person_id_starts_at" ON "appointments" ("person_id", "starts_at");
-- create index "appointment_branch_id_starts_at" to table: "appointments"
CREATE INDEX "appointment_branch_id_starts_at" ON "appointments" ("branch_id", "starts_at");
-- create "branch_memberships" table
CREATE TABLE "branch_memberships" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "active" boolean NOT NULL, "branch_id" character varying NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "branch_memberships_branches_memberships" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION, CONSTRAINT "branch_memberships_staff_memberships" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION);
-- create index "branchmembership_staff_id_branch_id" to table: "branch_memberships"
CREATE UNIQUE INDEX "branchmembership_staff_id_branch_id" ON "branch_memberships" ("staff_id", "branch_id");
-- create index "branchmembership_branch_id" to table: "branch_memberships"
CREATE INDEX "branchmembership_branch_id" ON "branch_memberships" ("branch_id");
-- create "changes" table
CREATE TABLE "changes" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "sequence" bigint NOT NULL, "kind" character varying NOT NULL, "staff_ids" jsonb NOT NULL, "first_date" date NULL, "last_date" date NULL, "at" bigint NOT NULL, "branch_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "changes_branches_changes" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION);
-- create index "change_branch_id_sequence" to table: "changes"
CREATE UNIQUE INDEX "change_branch_id_sequence" ON "changes" ("branch_id", "sequence");
-- create "competencies" table
CREATE TABLE "competencies" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "qualified" boolean NOT NULL, "service_id" character varying NULL, "category_id" character varying NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "competencies_services_competencies" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE SET NULL, CONSTRAINT "competencies_service_categories_competencies" FOREIGN KEY ("category_id") REFERENCES "service_categories" ("id") ON DELETE SET NULL, CONSTRAINT "competencies_staff_competencies" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION, CONSTRAINT "competency_of_category_or_service" CHECK ((category_id IS NULL) <> (service_id IS NULL)));
-- create index "competency_staff_id_category_id" to table: "competencies"
CREATE UNIQUE INDEX "competency_staff_id_category_id" ON "competencies" ("staff_id", "category_id");
-- create index "competency_staff_id_service_id" to table: "competencies"
CREATE UNIQUE INDEX "competency_staff_id_service_id" ON "competencies" ("staff_id", "service_id");
-- create "opening_exceptions" table
CREATE TABLE "opening_exceptions" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "date" date NOT NULL, "intervals" text NOT NULL, "reason" character varying NOT NULL DEFAULT '', "branch_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "opening_exceptions_branches_opening_exceptions" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION);
-- create index "openingexception_branch_id_date" to table: "opening_exceptions"
CREATE UNIQUE INDEX "openingexception_branch_id_date" ON "opening_exceptions" ("branch_id", "date");
-- create "opening_hours" table
CREATE TABLE "opening_hours" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "weekday" bigint NOT NULL, "intervals" text NOT NULL, "branch_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "opening_hours_branches_opening_hours" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION);
-- create index "openinghours_branch_id_weekday" to table: "opening_hours"
CREATE UNIQUE INDEX "openinghours_branch_id_weekday" ON "opening_hours" ("branch_id", "weekday");
-- create "shift_overrides" table
CREATE TABLE "shift_overrides" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "date" date NOT NULL, "intervals" text NOT NULL, "branch_id" character varying NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "shift_overrides_branches_branch" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION, CONSTRAINT "shift_overrides_staff_shift_overrides" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION);
-- create index "shiftoverride_staff_id_branch_id_date" to table: "shift_overrides"
CREATE UNIQUE INDEX "shiftoverride_staff_id_branch_id_date" ON "shift_overrides" ("staff_id", "branch_id", "date");
-- create index "shiftoverride_branch_id_date" to table: "shift_overrides"
CREATE INDEX "shiftoverride_branch_id_date" ON "shift_overrides" ("branch_id", "date");
-- create "work_plans" table
CREATE TABLE "work_plans" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "valid_from" date NULL, "valid_until" date NULL, "rotation_weeks" bigint NOT NULL DEFAULT 1, "rotation_start" date NOT NULL, "staff_id" character varying NOT NULL, "branch_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "work_plans_staff_work_plans" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION, CONSTRAINT "work_plans_branches_branch" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION, CONSTRAINT "work_plan_in_range" CHECK (rotation_weeks > 0 AND (valid_from IS NULL OR valid_until IS NULL OR valid_from <= valid_until)));
-- create index "workplan_branch_id_staff_id" to table: "work_plans"
CREATE INDEX "workplan_branch_id_staff_id" ON "work_plans" ("branch_id", "staff_id");
-- create "shifts" table
CREATE TABLE "shifts" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "week" bigint NOT NULL, "weekday" bigint NOT NULL, "intervals" text NOT NULL, "work_plan_id" bigint NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "shifts_work_plans_shifts" FOREIGN KEY ("work_plan_id") REFERENCES "work_plans" ("id") ON DELETE CASCADE);
-- create index "shift_work_plan_id_week_weekday" to table: "shifts"
CREATE UNIQUE INDEX "shift_work_plan_id_week_weekday" ON "shifts" ("work_plan_id", "week", "weekday");
-- create "video_links" table
CREATE TABLE "video_links" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "provider" character varying NOT NULL, "url" character varying NOT NULL, "room" character varying NOT NULL, "person_id" character varying NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "video_links_persons_video_links" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON DELETE NO ACTION, CONSTRAINT "video_links_staff_video_link" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION);
-- create index "video_links_staff_id_key" to table: "video_links"
CREATE UNIQUE INDEX "video_links_staff_id_key" ON "video_links" ("staff_id");
-- create index "videolink_room" to table: "video_links"
CREATE INDEX "videolink_room" ON "video_links" ("room");
-- create "video_only_modes" table
CREATE TABLE "video_only_modes" ("id" character varying NOT NULL, "first_date" date NOT NULL, "last_date" date NULL, "own_hours" boolean NOT NULL, "message" character varying NOT NULL DEFAULT '', "branch_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "video_only_modes_branches_video_only_modes" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION, CONSTRAINT "video_only_mode_in_order" CHECK (last_date IS NULL OR first_date <= last_date));
-- create index "videoonlymode_branch_id" to table: "video_only_modes"
CREATE INDEX "videoonlymode_branch_id" ON "video_only_modes" ("branch_id");
-- create "video_only_hours" table
CREATE TABLE "video_only_hours" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "weekday" bigint NOT NULL, "intervals" text NOT NULL, "video_only_mode_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "video_only_hours_video_only_modes_hours" FOREIGN KEY ("video_only_mode_id") REFERENCES "video_only_modes" ("id") ON DELETE CASCADE);
-- create index "videoonlyhours_video_only_mode_id_weekday" to table: "video_only_hours"
CREATE UNIQUE INDEX "videoonlyhours_video_only_mode_id_weekday" ON "video_only_hours" ("video_only_mode_id", "weekday");
-- create "video_only_mode_staff" table
CREATE TABLE "video_only_mode_staff" ("video_only_mode_id" character varying NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("video_only_mode_id", "staff_id"), CONSTRAINT "video_only_mode_staff_video_only_mode_id" FOREIGN KEY ("video_only_mode_id") REFERENCES "video_only_modes" ("id") ON DELETE CASCADE, CONSTRAINT "video_only_mode_staff_staff_id" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE CASCADE);
