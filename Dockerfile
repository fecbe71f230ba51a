# Hamkor in a container: nobody's user, a root that nothing writes to, one volume for the registry.
#   docker compose up -d          (compose.yaml)
FROM python:3.12-slim AS build
WORKDIR /src
RUN python -m venv /hamkor
COPY requirements.lock ./
RUN /hamkor/bin/pip install --no-cache-dir --require-hashes --no-deps -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY db db
COPY locales locales
RUN /hamkor/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /hamkor/bin/python -m compileall -q /hamkor/lib

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /data hamkor \
 && install -d -o hamkor -g hamkor -m 700 /data
COPY --from=build /hamkor /hamkor
USER hamkor
# The settings that `init` writes (.env) stay in the volume, beside the registry.
WORKDIR /data
ENV PATH=/hamkor/bin:$PATH HAMKOR_DATA=/data PYTHONDONTWRITEBYTECODE=1 MPLCONFIGDIR=/tmp
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5m --timeout=30s --start-period=30s CMD ["hamkor", "check"]
ENTRYPOINT ["hamkor"]
CMD ["run"]
