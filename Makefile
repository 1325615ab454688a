# Hallway. `make` alone lists all targets.
#
#   DATA=folder    recaps to bundle (data)
#   DIST=folder    where the site goes (dist)
#   PORT=number    where to serve it (8080; the next free one if taken)
#   OPTIONS=…      more for hallway build, e.g. --precompress
#   MINUTES, SEED, INPUT   how long make fuzz reads, from which seed, and the number of one input to read again
#   ARCHIVE=path   recordings in PyVideo's layout, for make bench-search; without it, recordings are invented
#   SIZES=numbers  how many talks make bench-search measures with (30,1000,10000,21700); 100000 takes much longer

DATA ?= data
DIST ?= dist
PORT ?= 8080
# `dev` builds in a minute, and `cargo test` builds it anyway. `native` takes several minutes and is for large folders.
PROFILE ?= dev

TARGET := $(or $(CARGO_TARGET_DIR),target)
CLIENT := $(TARGET)/client
ENGINE := $(TARGET)/search-engine
HALLWAY := $(TARGET)/$(if $(filter dev,$(PROFILE)),debug,$(PROFILE))/hallway
BUILD_SITE = $(HALLWAY) build $(DATA) --client $(CLIENT) --out $(DIST) $(OPTIONS)

# The sources of the client. Recaps are not among them: a changed recap needs a new dataset, not a new client.
CLIENT_SOURCES := $(shell find Cargo.toml Cargo.lock Trunk.toml index.html rust-toolchain.toml .ci/client .ci/hooks.mjs \
	.ci/shrink src/lib.rs src/bin/app.rs src/text src/model src/query src/timeline $(wildcard src/i18n/*.rs) src/ui \
	src/client src/publish/embeds/embed.js -not -name '.*' -not -path 'src/model/settings/*' \
	-not -path src/text/sentences.rs -not -name any_script.rs -not -name check.css)

# The checker for the page that checks recaps.
CHECKER := $(CLIENT)/checker/checker_bg.wasm
CHECKER_SOURCES := $(shell find Cargo.toml Cargo.lock .ci/client .ci/shrink data/*.toml src/lib.rs src/bin/checker.rs \
	src/text src/model src/query src/ingest src/bundle src/checker -not -name '.*')

export PATH := $(CURDIR)/.tools/bin:$(PATH)
# The client and the command are built in parallel.
MAKEFLAGS += --no-builtin-rules
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += --jobs=2
endif
.PHONY: help serve test check build client client-sources install bench bench-build bench-ingest likeness bench-search fuzz screens audit fmt clean toolchain tools test-tools hallway

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# Few sites have the page that checks recaps, so `make serve` does not build its code; `make client` does.
serve: $(CLIENT)/index.html hallway ## show the site of data/ on this machine; pages reload when a recap is saved
	@$(HALLWAY) serve $(DATA) --client $(CLIENT) --port $(PORT)

test: ## run every gate: style, lints, tests, browser journeys, size
	@.ci/gates

check: hallway ## report what is wrong or uncertain in data/, and write nothing
	@$(HALLWAY) check $(DATA)

client: $(CLIENT)/index.html $(CHECKER) ## build the client alone

# For the gate that compares them with what the compiler read.
client-sources:
	@echo $(CLIENT_SOURCES)

build: client hallway ## build the site into dist/
	@$(BUILD_SITE)

# Optimized for speed, with the client in it, so that it needs nothing else.
install: client ## install a hallway command that needs no other tools
	@HALLWAY_CLIENT=$(abspath $(CLIENT)) cargo install --locked --path . --profile native --features carried --bin hallway

bench: build ## measure the first view on a slow phone, and ask Lighthouse
	@.ci/setup bench
	@node tests/bench/first-view.mjs $(DIST)
	@echo
	@node tests/bench/lighthouse.mjs $(DIST)

# Give it a large folder as DATA; a small one says little.
bench-build: client ## measure building the site of DATA beside Hugo with Pagefind (gets both)
	@$(MAKE) --no-print-directory hallway PROFILE=native
	@node tests/bench/build.mjs $(TARGET)/native/hallway $(CLIENT) $(DATA)

bench-ingest: ## measure how much Hallway finds in labeled notes; MISSES=yes lists what it misses
	@cargo run --quiet --features cli --example ingest -- $(if $(MISSES),--misses)

likeness: ## train the table that tells titles from names; ARCHIVE is a folder in the layout of PyVideo
	@cargo run --quiet --profile native --example train_likeness -- $(ARCHIVE) src/ingest/names/likeness/table.bin

bench-search: client $(ENGINE)/search_engine_bg.wasm ## measure the search beside other engines, in half an hour
	@.ci/setup search
	@cargo build --profile native --features cli --bin hallway
	@node tests/bench/search/run.mjs --hallway $(TARGET)/native/hallway --client $(CLIENT) --engine $(ENGINE) \
		$(if $(ARCHIVE),--archive $(ARCHIVE)) $(if $(SIZES),--sizes $(SIZES)) $(if $(PEERS),--peers $(PEERS))

fuzz: ## read notes, registries, sources and addresses changed at random for MINUTES=5, again by SEED=number
	@cargo run --quiet --locked --features cli --example fuzz -- $(if $(MINUTES),--minutes $(MINUTES)) $(if $(SEED),--seed $(SEED)) $(INPUT)

screens: test-tools build ## take the pictures of the README again
	@node tests/e2e/screens.mjs $(DIST) .github/pictures

audit: ## look for known vulnerabilities, unwanted licenses and typos
	@.ci/setup audit
	cargo deny --all-features check
	typos

fmt: ## format the Rust sources
	@cargo fmt

clean: ## remove everything built, except the tools in .tools/
	@rm -rf $(DIST) $(TARGET)

toolchain:
	@.ci/setup command

tools: | toolchain
	@.ci/setup serve

test-tools: | tools
	@.ci/setup test

$(CLIENT)/index.html: $(CLIENT_SOURCES) | tools
	@echo "building the client (a few minutes the first time)"
	@.ci/client $(abspath $(CLIENT))
	@touch $@

# Trunk empties the folder of the client, so this comes after it.
$(CHECKER): $(CLIENT)/index.html $(CHECKER_SOURCES) | tools
	@echo "building what checks recaps in the browser (a few minutes the first time)"
	@.ci/client --checker $(abspath $(CLIENT)/checker)
	@touch $@

# The client's search engine alone, built and shrunk like the client.
$(ENGINE)/search_engine_bg.wasm: $(CLIENT_SOURCES) tests/bench/search/engine.rs | tools
	@echo "building the search engine by itself (some minutes the first time)"
	@.ci/client -- cargo build --release --target wasm32-unknown-unknown \
		--no-default-features --features app --example search_engine
	@wasm-bindgen --target web --no-typescript --out-dir $(ENGINE) \
		$(TARGET)/wasm32-unknown-unknown/release/examples/search_engine.wasm
	@node .ci/shrink/shrink.mjs $(ENGINE)
	@touch $@

hallway: | toolchain
	@[ -x $(HALLWAY) ] || echo "building the hallway command (a few minutes the first time)"
	@env -u MAKEFLAGS -u MFLAGS cargo build --locked --profile $(PROFILE) --features cli --bin hallway
