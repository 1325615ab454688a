# Hallway. `make` by itself lists what there is to do.
#
#   DATA=folder    recaps to bundle (data)
#   DIST=folder    where the site goes (dist)
#   PORT=number    where to serve it (8080; the next free one if taken)
#   OPTIONS=…      more for hallway build, e.g. --precompress
#   ARCHIVE=path   recordings in the layout of PyVideo, for make bench-search; invented ones without
#   SIZES=numbers  with how many talks it measures (30,1000,10000,21700); 100000 takes much longer

DATA ?= data
DIST ?= dist
PORT ?= 8080
# `dev` is built in a minute, and by `cargo test` anyway; `native` takes several and pays for large folders.
PROFILE ?= dev

TARGET := $(or $(CARGO_TARGET_DIR),target)
CLIENT := $(TARGET)/client
ENGINE := $(TARGET)/search-engine
HALLWAY := $(TARGET)/$(if $(filter dev,$(PROFILE)),debug,$(PROFILE))/hallway
BUILD_SITE = $(HALLWAY) build $(DATA) --client $(CLIENT) --out $(DIST) $(OPTIONS)

# What ends up in the client. A recap is not among it: a changed recap is a new bundle, not a new client.
CLIENT_SOURCES := $(shell find Cargo.toml Cargo.lock Trunk.toml index.html .ci/shrink $(wildcard public) \
	src/lib.rs src/bin/app.rs src/model src/query src/timeline src/ui src/publish/embed/embed.js -not -name '.*')
# Erased view types take a tenth off the wasm. Without the remapping it would name folders of the
# machine that built it.
CARGO_FOLDER := $(or $(CARGO_HOME),$(HOME)/.cargo)
CLIENT_FLAGS := --cfg erase_components \
	--remap-path-prefix=$(CARGO_FOLDER)=/cargo --remap-path-prefix=$(CURDIR)=/hallway
# A standard library of our own making: built for size, and without the words of panics, which nobody
# reads in a browser. That is an eighth of the client. It needs flags that stable Rust keeps back; should
# a later one not take them, `make build SMALL_STD=` builds with the library as it comes.
SMALL_STD ?= yes
ifdef SMALL_STD
CLIENT_FLAGS += -Zunstable-options -Cpanic=immediate-abort \
	--remap-path-prefix=$(shell rustc --print sysroot)=/rust
STD := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
endif

export PATH := $(CURDIR)/.tools/bin:$(PATH)
MAKEFLAGS += --no-builtin-rules
.PHONY: help serve test check build install bench bench-build bench-search screens audit fmt clean tools test-tools hallway

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: build ## build the site from data/ and serve it; takes in changed recaps as they are saved
	@node .ci/serve.mjs $(DIST) --port $(PORT) --watch $(DATA) -- $(BUILD_SITE)

test: ## run every gate: style, lints, tests, browser journeys, size
	@.ci/gates

check: tools hallway ## report what is wrong or uncertain in data/, and write nothing
	@$(HALLWAY) check $(DATA)

build: $(CLIENT)/index.html hallway ## build the site into dist/
	@$(BUILD_SITE)

# Built for speed, with the client in it, so that it needs nothing else.
install: $(CLIENT)/index.html ## install a hallway command that builds sites anywhere, without these tools
	@HALLWAY_CLIENT=$(abspath $(CLIENT)) cargo install --locked --path . --profile native --features carried --bin hallway

bench: build ## measure the first view on a slow phone, and ask Lighthouse
	@.ci/setup bench
	@node tests/bench/first-view.mjs $(DIST)
	@echo
	@node tests/bench/lighthouse.mjs $(DIST)

# Its site is the one given as DATA: a large one, to tell anything.
bench-build: $(CLIENT)/index.html ## measure building the site of DATA beside Hugo with Pagefind (gets both)
	@$(MAKE) --no-print-directory hallway PROFILE=native
	@node tests/bench/build.mjs $(TARGET)/native/hallway $(CLIENT) $(DATA)

bench-search: $(CLIENT)/index.html $(ENGINE)/search_engine_bg.wasm ## measure the search beside other engines, in half an hour
	@.ci/setup search
	@cargo build --profile native --features cli --bin hallway
	@node tests/bench/search/run.mjs --hallway $(TARGET)/native/hallway --client $(CLIENT) --engine $(ENGINE) \
		$(if $(ARCHIVE),--archive $(ARCHIVE)) $(if $(SIZES),--sizes $(SIZES)) $(if $(PEERS),--peers $(PEERS))

screens: test-tools build ## take the pictures of the README anew
	@node tests/e2e/screens.mjs $(DIST) .github/pictures

audit: ## look for known weaknesses, unwanted licenses and typing errors (needs cargo-deny and typos)
	cargo deny --all-features check
	typos

fmt: ## format the Rust sources
	@cargo fmt

clean: ## remove everything built, except the tools in .tools/
	@rm -rf $(DIST) $(TARGET)

tools:
	@.ci/setup serve

test-tools:
	@.ci/setup test

# trunk 0.21 takes NO_COLOR=1 for a broken option.
$(CLIENT)/index.html: $(CLIENT_SOURCES) | tools
	@echo "building the client (a few minutes the first time)"
	@env -u NO_COLOR TRUNK_SKIP_VERSION_CHECK=true $(STD) RUSTFLAGS="$(CLIENT_FLAGS)" \
		trunk build --release --dist $(abspath $(CLIENT))
	@touch $@

# The engine of the client by itself, built and shrunk as the client is.
$(ENGINE)/search_engine_bg.wasm: $(CLIENT_SOURCES) tests/bench/search/engine.rs | tools
	@echo "building the search engine by itself (some minutes the first time)"
	@$(STD) RUSTFLAGS="$(CLIENT_FLAGS)" cargo build --release --target wasm32-unknown-unknown \
		--no-default-features --features app --example search_engine
	@wasm-bindgen --target web --no-typescript --out-dir $(ENGINE) \
		$(TARGET)/wasm32-unknown-unknown/release/examples/search_engine.wasm
	@node .ci/shrink/shrink.mjs $(ENGINE)
	@touch $@

hallway: | tools
	@[ -x $(HALLWAY) ] || echo "building the hallway command (a few minutes the first time)"
	@cargo build --profile $(PROFILE) --features cli --bin hallway
