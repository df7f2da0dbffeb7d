# The exercises in the pages: an editor, and clang itself, which is large, so
# that only make live adds them. Included by live.mk.

COMPILER  := build/deps/compiler/installed
EXERCISED := $(foreach s,$(STEMS),$(if $(wildcard code/$(s)/exercises),$(OUT)/book/live/exercises-$(firstword $(subst -, ,$(s))).js))
WORKSHOP  := $(patsubst %,$(OUT)/book/live/%.js,exercises exercises.compile exercises.run)
SHIM       = build/deps/packages/node_modules/@bjorn3/browser_wasi_shim
CLANG      = build/deps/compiler/node_modules/@yowasp/clang/gen
PACKED    := $(patsubst %,$(OUT)/book/live/clang/%.packed,llvm.core.wasm llvm.core2.wasm llvm.core3.wasm llvm.core4.wasm llvm-resources.tar)

.PHONY: live serve test-live
live: html $(WORKSHOP) $(PACKED) $(EXERCISED) ##r add to the pages an editor and clang, for the exercises
	@echo "Read:   make serve, then http://127.0.0.1:8000"

serve: ##r serve build/book to this machine's browsers, until Ctrl-C
	@$(call needs,python3,python3)
	@python3 -m http.server --bind 127.0.0.1 --directory $(OUT)/book 8000

$(COMPILER): weave/live/compiler/package-lock.json
	@cmp -s $< $@ || { echo "make $(or $(MAKECMDGOALS),$@): clang for pages, or the editor, is missing (packages of npm); make deps live installs them" >&2; exit 1; }

$(PACKED): $(OUT)/book/live/clang/%.packed: $(COMPILER) $(PACKAGES)
	@echo "pack     $@"
	@mkdir -p $(@D)
	@gzip -9 -c -n $(CLANG)/$* >$@
	@cp $(SHIM)/LICENSE-APACHE $(@D)/LICENSE

# Stubs, headers, and the objects of chapters and checks.
$(wordlist 2,99,$(EXERCISED)): $(firstword $(EXERCISED)) ;
$(firstword $(EXERCISED)): $(COMPILER) $(wildcard weave/live/compiler/* tests/workbook/*.[ch] code/*/*.[ch] code/*/*.csv code/*/exercises/*/*.[ch] code/*/exercises/*/wrong.*)
	@echo "compile  $(EXERCISED)"
	@mkdir -p $(@D)
	@node weave/live/compiler/build.mjs $(OUT) $(STEMS)

$(WORKSHOP): $(OUT)/book/live/%.js: $(COMPILER) $(PACKAGES) $(PACKED) $(wildcard weave/html/live/exercises/*)
	@echo "bundle   $@"
	@NODE_PATH=build/deps/compiler/node_modules:build/deps/packages/node_modules $(BUNDLE) '--external:node:*' \
	    "--define:import.meta.url='http://parts/'" --define:CLANG_BYTES=$$(cat $(PACKED) | wc -c) \
	    weave/html/live/exercises/$(patsubst exercises.%,%,$*).js --outfile=$@
	@{ echo '/*'; cat $(if $(filter exercises,$*),build/deps/compiler/node_modules/@codemirror/view/LICENSE,$(SHIM)/LICENSE-MIT); echo '*/'; } >>$@

# The tests: a sample in make test, where make deps live was run.
TRY_LIVE  = node tests/live/exercises.mjs "$$(sh tests/pages/find.sh chromium)" "$$(sh tests/pages/find.sh firefox)" $(OUT)/book
HAS_LIVE := $(shell cmp -s weave/live/compiler/package-lock.json $(COMPILER) && echo live)
test-live: live ##m try every exercise in the pages, with all its answers; TRY=few, with a few
	@$(TRY_LIVE) $(or $(TRY),all)
part-live: html $(HAS_LIVE)
	@sh tests/part.sh live $(if $(HAS_LIVE),$(TRY_LIVE) sample,echo "ok   skipped: the exercises in the pages: make deps live, then make test-live")
