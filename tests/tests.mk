# The tests. `make test` runs them all: a line for each part, and a sum. What
# a part says in full is kept in build/test/PART.log.

TEST_PARTS := unit cli house press compilers ledger workbook sanitizers print pages live

.PHONY: test unit cli suites mutate needs-cmocka $(TEST_PARTS:%=part-%)

test: needs-cmocka ##m run every test; make unit and make cli are the quick ones
	@$(call needs,clang,clang)
	@$(call needs,pandoc,pandoc)
	@$(call needs,gnuplot,gnuplot-nox)
	@$(call needs,lualatex,texlive-luatex)
	@MAKE='$(MAKE)' sh tests/test.sh '$(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(JOBS))' $(TEST_PARTS)

unit: suites ##m run the suites of the C alone
	@$(RUN_SUITES)

cli: $(PROGRAMS) ##m try the programs from outside: options, files, exit codes
	@$(RUN_CLI)

# A suite tests/ROOM/MODULE.c tests code/ROOM/MODULE.c; it may use what that
# may: the rooms below it.
SUITES     := $(patsubst tests/%.c,%,$(foreach r,plumbing shell $(STEMS),$(wildcard tests/$(r)/*.c)))
CORES      := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
# One job more than cores: a browser is waited for.
JOBS       := $(shell echo $$(($(CORES) + 1)))
RUN_SUITES  = sh tests/suites.sh $(OUT)/test $(SUITES)
RUN_CLI     = bash tests/cli/cli.sh $(PROGRAMS)
# brew puts cmocka where a compiler does not look.
BREW       := $(patsubst %/include/cmocka.h,%,$(wildcard /opt/homebrew/include/cmocka.h))
CMOCKA     := $(BREW:%=-I%/include -L%/lib) -lcmocka
# Here hundreds of small programs are linked, which gold does in half the time.
LINKER      = $(call once,LINKER,$(call takes,-fuse-ld=gold))
suite_room    = $(patsubst %/,%,$(dir $(1)))
suite_modules = $(if $(filter $(STEMS),$(call suite_room,$(1))),$(call modules,$(call suite_room,$(1))),\
                $(foreach r,plumbing $(filter shell,$(call suite_room,$(1))),$(call objects,$(r))))

suites: $(SUITES:%=$(OUT)/test/%)

# What is tested is optimized, the tests themselves need not be.
COMPILE_SUITE = $(COMPILE) $(if $(LTO),-fno-lto) -Itests -Wno-unused-parameter $(STRICT) -O0
$(SUITES:%=$(OUT)/test/%): $(OUT)/test/%: tests/%.c $(OUT)/test/test.o $$(call suite_modules,$$*) | needs-cmocka
	@mkdir -p $(@D)
	@$(COMPILE_SUITE) $(LINKER) $(LDFLAGS) $(filter %.c %.o,$^) $(CMOCKA) -lm -lpthread -o $@
$(OUT)/test/test.o: tests/test.c | needs-cmocka
	@mkdir -p $(@D)
	@$(COMPILE_SUITE) $(filter -I%,$(CMOCKA)) -c $< -o $@

needs-cmocka: needs-cc
	@$(CC) -x c -fsyntax-only $(BREW:%=-I%/include) tests/test.h 2>/dev/null || { \
	    echo "make $(or $(MAKECMDGOALS),$@): cmocka is missing (package libcmocka-dev); make deps installs it" >&2; exit 1; }

-include $(wildcard $(OUT)/test/*.d $(OUT)/test/*/*.d)

# The same from other compilers, otherwise optimized, or under watch. Each of
# these variants lands in build/test/VARIANT.
VARIANTS := gcc-O0 gcc-fast clang-fast $(if $(shell command -v tcc),tcc)
WATCHED  := gcc-sanitized clang-sanitized clang-memory
comma    := ,
flags_O0        := -O0 -Werror
flags_fast      := -Ofast -ffast-math -Werror
flags_tcc       := -O0
flags_sanitized  = -O1 -g1 -fsanitize=address$(comma)undefined -fno-sanitize-recover=all $(unset_is_odd)
flags_memory    := -O1 -g1 -fsanitize=memory -Werror
# What nobody has set is then an odd number, and neither 0 nor what was there before: a test that meets it fails.
unset_is_odd     = $(call takes,-ftrivial-auto-var-init=pattern)
# variant VARIANT,GOAL...
variant  = $(foreach CC,$(firstword $(subst -, ,$(1))),$(MAKE) --no-print-directory OUT=build/test/$(1) CC=$(CC) \
           CFLAGS='$(flags_$(lastword $(subst -, ,$(1))))' $(if $(filter clang-fast,$(1)),,LTO=) $(2))

.PHONY: $(patsubst %,variant-%,$(VARIANTS) $(WATCHED))
$(VARIANTS:%=variant-%): variant-%:
	+@$(call variant,$*,programs)
# Of the compilers' watch over the programs and over the suites, what takes
# less; one that is not there is told of by the tests.
variant-gcc-sanitized:   goals := suites
variant-clang-sanitized: goals := programs
variant-clang-memory:    goals := programs
$(WATCHED:%=variant-%): variant-%:
	+@! sh tests/watches.sh $(subst -, ,$*) >/dev/null || $(call variant,$*,$(goals))

# Where a processor has no fused multiply-add, glibc takes another exp, log and
# pow, whose last bit differs now and then. This has it take them here.
NO_FMA := GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4

part-unit: STRICT := -Werror
part-unit: suites
	@sh tests/part.sh unit $(RUN_SUITES)
part-cli: $(PROGRAMS)
	@sh tests/part.sh cli $(RUN_CLI)
part-compilers: $(VARIANTS:%=variant-%) suites $(PROGRAMS)
	@sh tests/part.sh compilers bash tests/compilers.sh "$(VARIANTS)" "$(NO_FMA)" "$(STEMS)" $(SUITES)
part-sanitizers: $(WATCHED:%=variant-%) $(PROGRAMS)
	@sh tests/part.sh sanitizers bash tests/sanitizers.sh "$(STEMS)" $(SUITES)
# Two makes must not weave at once.
part-ledger: weave
	+@sh tests/part.sh ledger $(MAKE) --no-print-directory ledger
part-house: $(PROGRAMS)
	@sh tests/part.sh house sh -c 'for suite in tests/house/*.sh; do sh $$suite; done'
part-press:
	@sh tests/part.sh press sh -c 'for suite in press again archive chapter twice paper; do sh tests/press/$$suite.sh; done'
part-workbook: $(PROGRAMS)
	+@sh tests/part.sh workbook $(MAKE) --no-print-directory workbook-test
# The pages are there long before the PDF.
part-pages: html
	@sh tests/part.sh pages sh tests/pages/pages.sh pages commands
part-print: pdf epub
	@sh tests/part.sh print sh tests/pages/pages.sh pdf epub licence spelling

# Two minutes. Unlike the sanitizers it watches what is built as it will be,
# and what the libraries do.
.PHONY: valgrind
valgrind: suites $(PROGRAMS) ##m the suites and the programs under valgrind
	@$(call needs,valgrind,valgrind)
	@bash tests/valgrind.sh "$(STEMS)" $(SUITES)

# Minutes. In a copy of the book, whose data is made again only as far as
# programs and runs have changed.
.PHONY: no-fma
no-fma: $(PROGRAMS) ##m compare the text with the numbers of a processor without FMA
	+@if said=$$(bash tests/no-fma.sh $(OUT) $(NO_FMA) 2>&1); then \
	    mkdir -p build/no-fma && \
	    (cd build/no-fma && rm -rf Makefile book.md chapters code plots tests weave) && \
	    cp -Rp Makefile book.md chapters code plots tests weave build/no-fma/ && \
	    $(NO_FMA) $(MAKE) --no-print-directory -C build/no-fma -k weave; \
	else echo "skipped: $$said"; fi

# Minutes. No suite reaches a main.c: those are tried from outside.
mutate: needs-cmocka ##m make small mistakes in the C, and see whether the suites notice
	@bash tests/mutate.sh $(filter-out %/main.c,$(foreach s,shell $(STEMS),$(wildcard code/$(s)/*.c)))

# The speed tables. FANN, NumPy and PyTorch are measured where they are
# installed.
OURS := $(addprefix build/bench/,ours ours_adam ours_digits)
.PHONY: bench
bench: $(OURS) ##r how fast training is, beside FANN, NumPy and PyTorch
	@for fann in fann fann_digits; do \
	    rm -f build/bench/$$fann; \
	    $(CC) -std=c11 $(CFLAGS) -Icode -Itests/bench tests/bench/$$fann.c code/04-digits/digits.c -ldoublefann -lm \
	        -o build/bench/$$fann 2>build/bench/$$fann.log || true; \
	done
	@sh tests/bench/bench.sh build/bench
build/bench/ours: $$(call modules,02-network)
build/bench/ours_adam: $$(call modules,03-adam)
build/bench/ours_digits: $$(call modules,04-digits)
$(OURS): build/bench/%: tests/bench/%.c tests/bench/stopwatch.h
	@mkdir -p $(@D)
	@$(COMPILE) -Itests/bench $(LDFLAGS) $(filter %.c %.o,$^) -lm -lpthread -o $@
