# The Chain Rule, Compiled: one verb per target. `make help` lists them: those
# with ##r for the reader, ##a for authors, ##m for who keeps the house.
# Everything made lands in build/; chapters are found, never enumerated.

.DEFAULT_GOAL := programs
.DELETE_ON_ERROR:
LETTERS  := $(firstword -$(MAKEFLAGS)) # make's options of one letter
MAKEFLAGS += --no-builtin-rules
# Numbers, orders and messages are those of no country.
export LC_ALL := C

CC       ?= cc
ifeq ($(origin CC),default)
CC       := cc
endif
CFLAGS   ?= -O3
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow
# Every reader gets the book's digits, whatever CFLAGS asks for: these come
# after it. Of the flags left out, one would do its work when linking, where
# the small numbers would become zeros.
STANDARD := -std=c11 -fno-fast-math -ffp-contract=off
TUNING    = $(filter-out -ffast-math -funsafe-math-optimizations,$(CFLAGS:-Ofast=-O3))
# takes FLAG...: the flags, if this compiler knows them.
takes     = $(shell probe=$$(mktemp) && echo 'int main(void) { return 0; }' | \
              $(CC) -Werror $(1) -x c - -o "$$probe" 2>/dev/null && echo '$(1)'; rm -f "$$probe")
# once NAME,VALUE: the value, which NAME has from then on. Where nothing is
# compiled, nothing is asked of the compiler.
once      = $(eval $(1) := $(2))$(2)
# Thirteen numbers are too few for vectors: a pair that is loaded before both
# its halves have been stored waits for them. (An optimizer's roots and
# quotients are worth it.)
SCALARS   = $(call once,SCALARS,$(call takes,-fno-tree-vectorize))
# The programs are optimized as a whole, so that a small function of one file
# costs nothing in another; and each object notes what it was made from.
LTO       = $(call once,LTO,$(call takes,-flto -ffat-lto-objects))
WHOLE     = $(LTO)
# Nobody asks errno after a root or an exponential; -fno-fast-math has it
# asked again, so this comes later. (Of gcc and clang, gcc gains by it.)
ERRNO     = $(call once,ERRNO,$(if $(LTO),$(call takes,-fno-math-errno)))
DEPENDS   = $(call once,DEPENDS,$(filter-out -MF /dev/null,$(or $(call takes,-MMD -MP -MF /dev/null),$(call takes,-MD -MF /dev/null))))
# Where objects and programs go; another folder for another build of them.
OUT      ?= build
# Two makes that build there would be in each other's way: the second waits. A
# make that another started builds for that one; some goals build nothing.
BUILD_NOTHING := help format lint serve hint hint-% solution-% reset-% watch watch-% seal
ifeq ($(LOCKED)$(findstring n,$(LETTERS))$(findstring q,$(LETTERS)),)
ifneq ($(filter-out $(BUILD_NOTHING),$(or $(MAKECMDGOALS),programs)),)
export LOCKED := yes$(shell sh weave/lock.sh $(OUT) $$PPID)
endif
endif
COMPILE   = $(CC) $(WARNINGS) $(TUNING) $(SCALARS) $(STANDARD) $(ERRNO) $(WHOLE) -Icode $(DEPENDS)

# A room of code/ that has a main.c is a chapter: 01-neuron, 02-network, …
STEMS    := $(sort $(patsubst code/%/main.c,%,$(wildcard code/*/main.c)))
PROGRAMS := $(STEMS:%=$(OUT)/%)
objects   = $(patsubst code/%.c,$(OUT)/obj/%.o,$(filter-out %/main.c,$(wildcard code/$(1)/*.c)))
# The chapters before one: a chapter stands on those below, never on later ones.
before    = $(foreach s,$(STEMS),$(if $(filter $(1),$(firstword $(sort $(1) $(s)))),,$(s)))
modules   = $(foreach s,plumbing shell $(call before,$(1)) $(1),$(call objects,$(s)))

.PHONY: programs run test always needs-cc deps format lint clean help
.SECONDEXPANSION:

programs: $(PROGRAMS) ##r build the programs (make alone does this)
	@echo "Built: $(PROGRAMS)"
	@echo "Try:   make run, make exercises, make book, make help"

# What all is compiled with; another flag compiles it again.
FLAGS     = $(CC) $(CFLAGS) $(LDFLAGS) $(WARNINGS) $(STANDARD)
$(OUT)/flags: always
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@

$(PROGRAMS): $(OUT)/%: $(OUT)/obj/%/main.o $$(call modules,$$*) | needs-cc
	@$(CC) $(TUNING) $(SCALARS) $(STANDARD) $(ERRNO) $(LTO) $(LDFLAGS) $^ -lm -lpthread -o $@

$(OUT)/obj/%/optimizer.o $(OUT)/obj/%/mlp.o: SCALARS :=
# Within a function that has no vectors it would lose its own.
$(OUT)/obj/%/mlp.o: WHOLE :=
$(OUT)/obj/%.o: code/%.c $(OUT)/flags | needs-cc
	@mkdir -p $(@D)
	@$(COMPILE) -c $< -o $@

-include $(wildcard $(OUT)/obj/*/*.d)

# run-02 runs 02-network; run runs them all.
define run_rule
.PHONY: run-$(firstword $(subst -, ,$(1)))
run: run-$(firstword $(subst -, ,$(1)))
run-$(firstword $(subst -, ,$(1))): $(OUT)/$(1)
	@$$<
endef
$(foreach s,$(STEMS),$(eval $(call run_rule,$(s))))
run: ##r run every chapter's program; make run-01 runs one

include weave/weave.mk
include tests/tests.mk
include tests/workbook.mk

deps: ##r install what is missing; make deps book: what the book needs
	@sh weave/deps.sh $(filter-out deps,$(MAKECMDGOALS))
# Nothing else begins before what it needs has been installed.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
.NOTPARALLEL:
endif

SOURCES = $(shell find code tests -name '*.[ch]')
format: ##m lay out the C as .clang-format says
	@$(call needs,clang-format,clang-format)
	@clang-format -i $(SOURCES)

# (A table of a hundred thousand numbers would take it minutes.)
lint: ##m look for faults in the C without running it
	@$(call needs,clang-format,clang-format)
	@clang-format --dry-run --Werror $(SOURCES)
	@$(call needs,cppcheck,cppcheck)
	@cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr -Icode \
	    --enable=warning,performance,portability --suppress=invalidFunctionArg:code/04-digits/softmax.c $(filter-out %/digits.c,$(wildcard code/*/*.c))
	@echo "lint: no faults"

clean: ##r remove what was made (not build/deps, which was downloaded)
	@if [ -d build ]; then find build -mindepth 1 -maxdepth 1 ! -name deps ! -name lock -exec rm -rf {} +; fi

# needs COMMAND,PACKAGE: fails, naming the package, where a command is missing.
needs = command -v $(1) >/dev/null || { echo "make $(or $(MAKECMDGOALS),$@): $(1) is missing (package $(2)); make deps installs it" >&2; exit 1; }

needs-cc:
	@$(call needs,$(firstword $(CC)),gcc)

# In the order in which make reads them; check-% is shown as check-1.3.
help: ##r this list
	@awk ' \
	    function read_in(file,    line, mark, name) { \
	        while ((getline line < file) > 0) { \
	            if (line ~ /^include /) read_in(substr(line, 9)); \
	            if (line !~ /^[a-z-]+%?:.* ##[ram] /) continue; \
	            name = line; sub(/:.*/, "", name); sub(/%/, "1.3", name); \
	            mark = line; sub(/.* ##/, "", mark); \
	            list[substr(mark, 1, 1)] = list[substr(mark, 1, 1)] sprintf("  make %-13s %s\n", name, substr(mark, 3)); \
	        } \
	    } \
	    BEGIN { read_in("Makefile"); printf "To read and work:\n%s\nTo write:\n%s\nTo keep it sound:\n%s", list["r"], list["a"], list["m"] }'
