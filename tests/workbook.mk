# The workbook: the exercises in code/*/exercises, for their reader and for `make test`.
# The reader's answers are answers/1.3.c, …, which git ignores and nothing but the checks compiles: one that is half done is in
# nobody's way. They are judged by the book's code as it came (see tests/workbook/common.sh), so nothing of code/ is made for them.

EXERCISES        := $(notdir $(wildcard code/*/exercises/[0-9]*))
exercise_folder   = $(wildcard code/*/exercises/$(1))
# An exercise and its files; a file that goes leaves a newer folder.
exercise_files    = $(call exercise_folder,$(1)) $(wildcard $(call exercise_folder,$(1))/*)
# The modules of the chapter that an exercise belongs to.
exercise_modules  = $(call modules,$(word 2,$(subst /, ,$(call exercise_folder,$(1)))))
WORKBOOK          = CC='$(CC)' FLAGS='$(STANDARD) $(WARNINGS)' LINKER='$(LINKER)' OUT='$(OUT)' STEMS='$(STEMS)' sh tests/workbook
WORKBOOK_SOURCES := $(wildcard tests/workbook/*)
# A miss has been told of by then, so make need not; it ends all the same.
MISSED            = || $(if $(strip $(filter-out 0,$(MAKELEVEL))$(and $(filter -j% --jobserver%,$(MAKEFLAGS)),$(word 2,$(MAKECMDGOALS)))$(foreach o,i k O,$(findstring $(o),$(LETTERS)))),exit 1,{ kill -PIPE $$PPID; exit 1; })

.PHONY: exercises next watch check hint seal workbook-test proofs mutate-exercises

exercises: needs-cc ##r list the exercises, what is solved, what is next
	@$(WORKBOOK)/exercise.sh list

next: needs-cc ##r say which exercise is next
	@$(WORKBOOK)/exercise.sh next

check: needs-cc ##r check your answer to the next exercise
	@$(WORKBOOK)/exercise.sh check next $(MISSED)

check-%: always needs-cc ##r check your answer to an exercise, which is made at first
	@$(WORKBOOK)/exercise.sh check $* $(MISSED)

watch: ##r check the next exercise at each save, then the one after it
	@MAKER=$$PPID $(WORKBOOK)/watch.sh next $(MISSED)

watch-%: always ##r check an exercise at each save
	@MAKER=$$PPID $(WORKBOOK)/watch.sh $* $(MISSED)

hint: ##r a hint for the next exercise; again, another
	@$(WORKBOOK)/exercise.sh hint next $(MISSED)

hint-%: always ##r a hint for an exercise
	@$(WORKBOOK)/exercise.sh hint $* $(MISSED)

solution-%: always ##r one way to solve it
	@$(WORKBOOK)/exercise.sh solution $* $(MISSED)

reset-%: always ##r begin it again; what you wrote is kept
	@$(WORKBOOK)/exercise.sh reset $* $(MISSED)

# Where the code, or what judges an exercise, was changed on purpose.
seal: ##a let the code as it is now judge the readers' answers
	@STEMS='$(STEMS)' sh -c '. tests/workbook/common.sh; cksum $$(judging) >tests/workbook/seal'
	@echo "sealed: tests/workbook/seal"

# The proof that every exercise is sound, and so is what checks them.
proofs: $(EXERCISES:%=$(OUT)/workbook/%/proof) $(OUT)/workbook/tool/proof
	@:

workbook-test: needs-cmocka ##m prove that each solution passes and each wrong answer fails
	@$(MAKE) --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(CORES)) proofs
	@$(WORKBOOK)/prove-all.sh

$(OUT)/workbook/%/proof: $$(call exercise_files,$$*) $$(call exercise_modules,$$*) $(WORKBOOK_SOURCES)
	@mkdir -p $(@D)
	@$(WORKBOOK)/prove.sh $* >$@.new && mv $@.new $@

$(OUT)/workbook/tool/proof: $$(call exercise_files,1.3) $$(call exercise_modules,1.3) $(WORKBOOK_SOURCES) \
    tests/suites.sh $(wildcard tests/test.[ch]) Makefile .gitignore
	@mkdir -p $(@D)
	+@MAKE='$(MAKE)' CMOCKA='$(CMOCKA)' $(WORKBOOK)/tool.sh >$@.new && mv $@.new $@

mutate-exercises: needs-cc ##m the same of the exercises' solutions and checks
	@$(WORKBOOK)/mutate.sh $(MUTATE)
