# The live edition: the book's own C, compiled for the pages. Included by
# weave.mk. A page on disk may fetch nothing, so all that it loads of this is a
# script, in build/book/live: for each chapter its program and its figures, and
# what runs the ones and draws the others. Where clang has no WebAssembly, the
# pages do without, and say so.

WASI     = $(call once,WASI,$(shell sh weave/live/wasi.sh))
WASM     = clang $(WASI) -isystem weave/live/include -include posix.h $(WARNINGS) -O2 $(STANDARD) -flto -Wl,--strip-all -Icode
PACKS   := $(STEMS:%=$(OUT)/book/live/%.js) $(STEMS:%=$(OUT)/book/live/%.numbers.js)
SHARED  := $(patsubst %.csv,$(OUT)/book/live/%.data.js,$(notdir $(wildcard code/[0-9]*/*.csv)))
LIVE    := $(PACKS) $(SHARED) $(OUT)/book/live/programs.js $(patsubst weave/html/live/%.js,$(OUT)/book/live/%.figures.js,$(wildcard weave/html/live/[0-9]*.js))
# What the data of the chapters up to one is in.
csv      = $(foreach s,$(call before,$(1)) $(1),$(wildcard code/$(s)/*.csv))
# The C of a chapter and of what it stands on.
sources  = $(filter-out %/main.c,$(foreach s,plumbing shell $(call before,$(1)) $(1),$(wildcard code/$(s)/*.c)))

html: $(if $(filter html book live part-pages,$(MAKECMDGOALS)),$(if $(WASI),$(LIVE),$(OUT)/live/none))

$(OUT)/live/none:
	@echo "live     left out: clang makes no WebAssembly here (package wasi-libc); make deps installs it"

# The program as it is.
$(STEMS:%=$(OUT)/live/%.wasm): $(OUT)/live/%.wasm: code/%/main.c weave/live/posix.c $$(call sources,$$*) $$(wildcard code/*/*.h code/*/*.csv weave/live/include/*)
	@echo "compile  $@"
	@mkdir -p $(@D)
	@$(WASM) -D_WASI_EMULATED_SIGNAL $(filter %.c,$^) -lm -lwasi-emulated-signal -o $@

# What its figures call: functions without a main.
$(STEMS:%=$(OUT)/live/%.numbers.wasm): $(OUT)/live/%.numbers.wasm: $$(wildcard weave/live/$$*.c) $$(call sources,$$*) $$(wildcard code/*/*.h code/*/*.csv weave/live/*.h weave/live/include/*)
	@echo "compile  $@"
	@mkdir -p $(@D)
	@$(WASM) -mexec-model=reactor -D_WASI_EMULATED_SIGNAL $(filter-out code/shell/% code/plumbing/files.c,$(filter %.c,$^)) -lm -o $@

$(STEMS:%=$(OUT)/book/live/%.js): $(OUT)/book/live/%.js: $(OUT)/live/%.wasm $$(foreach s,$$(call before,$$*) $$*,$$(wildcard code/$$(s)/*.txt)) $$(call csv,$$*)
$(STEMS:%=$(OUT)/book/live/%.numbers.js): $(OUT)/book/live/%.numbers.js: $(OUT)/live/%.numbers.wasm $$(call csv,$$*)
$(SHARED): $(OUT)/book/live/%.data.js: $$(wildcard code/[0-9]*/$$*.csv)
$(PACKS) $(SHARED): weave/live/pack.cjs
	@$(call needs,node,nodejs)
	@mkdir -p $(@D)
	@node weave/live/pack.cjs $(basename $(notdir $@)) $(filter %.wasm %.txt %.csv,$^) >$@

# The scripts are modules, with what they have of npm. What a worker runs comes
# as text within the script that starts it: a page on disk starts no other.
BUNDLE   = build/deps/packages/node_modules/.bin/esbuild --bundle --format=iife --minify --log-level=warning --loader:.css=text
$(OUT)/live/worker.txt: weave/html/live/worker.js $(PACKAGES)
	@mkdir -p $(@D)
	@NODE_PATH=build/deps/packages/node_modules $(BUNDLE) $< --outfile=$@
$(filter %.figures.js,$(LIVE)): $(OUT)/book/live/%.figures.js: weave/html/live/%.js weave/html/live/figure.js weave/html/live/drawing.js $(PACKAGES)
	@echo "bundle   $@"
	@mkdir -p $(@D)
	@$(BUNDLE) $< --outfile=$@
$(OUT)/book/live/programs.js: weave/html/live/programs.js weave/html/live/drawing.js $(OUT)/live/worker.txt $(PACKAGES)
	@echo "bundle   $@"
	@mkdir -p $(@D)
	@NODE_PATH='build/deps/packages/node_modules:$(OUT)/live' $(BUNDLE) $< --outfile=$@
	@{ echo '/*'; cat build/deps/packages/node_modules/@bjorn3/browser_wasi_shim/LICENSE-MIT; echo '*/'; } >>$@

include weave/live/exercises.mk
