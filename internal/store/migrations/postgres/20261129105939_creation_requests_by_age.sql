-- +goose Up
-- create index "creationrequest_created_at" to table: "creation_requests"
CREATE INDEX "creationrequest_created_at" ON "creation_requests" ("created_at");
