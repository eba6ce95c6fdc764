# The server in an image of its own: docker build -t visavis .
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

# The C library of go-sqlite3, certificates for mail servers, and nothing else; nobody in it is root.
FROM gcr.io/distroless/base-debian12:nonroot
COPY --from=server /visavis /visavis
COPY --from=server --chown=nonroot:nonroot /data /data
VOLUME /data
ENV VISAVIS_ADDR=:8080 VISAVIS_DATABASE_URL=sqlite:/data/visavis.db
EXPOSE 8080
ENTRYPOINT ["/visavis"]
