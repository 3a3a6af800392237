# `make help` lists what there is. Everything is built in release mode, once, in .build/.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PREFIX  ?= /usr/local
DESTDIR ?=
SCRATCH ?= .build
SITMAP  := $(SCRATCH)/release/sitmap
SWIFT   := --configuration release --scratch-path $(SCRATCH) --explicit-target-dependency-import-check error

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: maps
maps: build ## draw every report and every day to output/
	@$(SITMAP) maps

.PHONY: test
test: ## run all tests, or those that FILTER names
	@.make/bootstrap.sh build test
	@swift build $(SWIFT) --build-tests
	@swift test $(SWIFT) --skip-build --disable-xctest $(if $(FILTER),--filter '$(FILTER)') 2>&1 \
	  | awk -f .make/quiet-tests.awk

.PHONY: build
build: ## build the program, .build/release/sitmap
	@.make/bootstrap.sh build
	@swift build $(SWIFT) --product sitmap

.PHONY: lint
lint: build ## check the style of sources and scripts, and that each target declares what it imports
	@.make/bootstrap.sh lint
	@.make/lint.sh

.PHONY: format
format: ## lay the sources out as `make lint` wants them
	@swift format --in-place --parallel --recursive Sources Tests Package.swift

.PHONY: gallery
gallery: build ## redraw output/gallery/, which is committed
	@.make/gallery.sh write $(SITMAP)

.PHONY: gallery-check
gallery-check: build ## check that output/gallery/ is what the files give, byte for byte
	@.make/gallery.sh check $(SITMAP)

.PHONY: example-check
example-check: build ## check and draw the example theatre that the README tells
	@.make/example.sh $(SITMAP)

.PHONY: bench
bench: build ## time and memory of drawing a sheet
	@.make/bootstrap.sh bench
	@.make/bench.sh $(SITMAP)

.PHONY: install
install: build ## copy the program and its theatre below PREFIX (/usr/local)
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/sitmap"
	@install -m 755 $(SITMAP) "$(DESTDIR)$(PREFIX)/bin/sitmap"
	@rm -rf "$(DESTDIR)$(PREFIX)/share/sitmap/geodata" "$(DESTDIR)$(PREFIX)/share/sitmap/seeds"
	@cp -R geodata seeds "$(DESTDIR)$(PREFIX)/share/sitmap/"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/sitmap and its theatre in $(DESTDIR)$(PREFIX)/share/sitmap"

.PHONY: clean
clean: ## remove what was built and drawn, apart from the gallery
	@rm -rf $(SCRATCH)
	@find output -mindepth 1 -maxdepth 1 ! -name gallery -exec rm -rf {} +
