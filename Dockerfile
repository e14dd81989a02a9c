# syntax=docker/dockerfile:1

# The program alone: no shell, no package manager, no user that may do anything.
#
#   docker build -t archlint .
#   docker run --rm --network none -v "$PWD:/src:ro" archlint

FROM --platform=$BUILDPLATFORM golang:1.26 AS build
ARG TARGETOS
ARG TARGETARCH
ENV CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH
# The tree is only looked at. Its .git tells the version, if git trusts a directory of somebody else.
RUN --mount=type=bind,target=/src \
    --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    git config --global --add safe.directory /src && \
    go build -C /src -trimpath -ldflags="-s -w" -o /archlint ./cmd/archlint

FROM scratch
LABEL org.opencontainers.image.title="archlint" \
      org.opencontainers.image.description="Lints the architecture of Terraform and CloudFormation" \
      org.opencontainers.image.source="https://github.com/archlint/archlint" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /archlint /archlint
USER 65532:65532
WORKDIR /src
ENTRYPOINT ["/archlint"]
