# Container image of the server: docker build -t visavis .
FROM node:20-bookworm AS frontend
WORKDIR /src
COPY . .
RUN cd frontend && npm ci --no-audit --no-fund && npm run build

FROM golang:1.26-bookworm AS server
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=frontend /src/frontend/dist frontend/dist
RUN CGO_ENABLED=1 go build -trimpath -ldflags="-s -w" -o /visavis . && mkdir /data

# Contains only the C library for go-sqlite3 and certificates for mail servers. Runs as a non-root user.
FROM gcr.io/distroless/base-debian12:nonroot
COPY --from=server /visavis /visavis
COPY --from=server --chown=nonroot:nonroot /data /data
VOLUME /data
ENV VISAVIS_ADDR=:8080 VISAVIS_DATABASE_URL=sqlite:/data/visavis.db
EXPOSE 8080
ENTRYPOINT ["/visavis"]
