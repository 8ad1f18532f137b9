# Packetpress in a container.
#
#   docker build -t packetpress .
#   docker run --rm -v "$PWD:/data" packetpress analyze capture.pcap -o report
FROM swift:6.3-bookworm AS build
WORKDIR /source
COPY Scripts/debian-packages.txt Scripts/packages Scripts/install-dependencies Scripts/
RUN Scripts/install-dependencies
COPY Package.* ./
COPY Sources Sources
COPY Tests Tests
RUN swift build -c release --product packetpress --static-swift-stdlib \
  && mkdir /product \
  && cp .build/release/packetpress /product/ \
  && find -L .build/release -maxdepth 1 -name '*.resources' -exec cp -r {} /product/ \;

FROM debian:bookworm-slim
COPY Scripts/debian-packages.txt Scripts/packages /tmp/scripts/
RUN apt-get update \
  && apt-get install --yes --no-install-recommends $(/tmp/scripts/packages run) ca-certificates \
  && rm -rf /var/lib/apt/lists/* /tmp/scripts
COPY --from=build /product/ /usr/local/bin/
USER nobody
WORKDIR /data
ENTRYPOINT ["packetpress"]
CMD ["--help"]
