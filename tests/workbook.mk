# The workbook: the exercises in code/*/exercises, for their reader and for `make test`.
# The reader's answers are answers/1.3.c, …, which git ignores and nothing but check-1.3 and exercises compiles: one that is
# half done is in nobody's way.

EXERCISES        := $(notdir $(wildcard code/*/exercises/[0-9]*))
exercise_folder   = $(wildcard code/*/exercises/$(1))
# An exercise and its files; a file that goes leaves a newer folder.
exercise_files    = $(call exercise_folder,$(1)) $(wildcard $(call exercise_folder,$(1))/*)
# The modules of the chapter that an exercise belongs to.
exercise_modules  = $(call modules,$(word 2,$(subst /, ,$(call exercise_folder,$(1)))))
WORKBOOK          = CC='$(CC)' FLAGS='$(STANDARD) $(WARNINGS) $(LTO:%=-fno-lto)' CMOCKA='$(CMOCKA)' LINKER='$(LINKER)' OUT='$(OUT)' sh tests/workbook
WORKBOOK_SOURCES := $(wildcard tests/workbook/*)

.PHONY: exercises workbook-test proofs

exercises: $(EXERCISES:%=$(OUT)/workbook/%/state) ##r list the exercises, what is solved, what is next
	@$(WORKBOOK)/list.sh

check-%: always needs-cmocka $$(call exercise_modules,$$*) ##r check your answer to an exercise, which is made at first
	@$(WORKBOOK)/exercise.sh check $* $(filter %.o,$^)

hint-%: always ##r a hint for it
	@$(WORKBOOK)/exercise.sh hint $*

solution-%: always ##r one way to solve it
	@$(WORKBOOK)/exercise.sh solution $*

reset-%: always ##r begin it again; what you wrote is kept
	@$(WORKBOOK)/exercise.sh reset $*

# Whether an answer passes, found anew when a file that it depends on has changed.
$(OUT)/workbook/%/state: $$(call exercise_files,$$*) $$(wildcard answers/$$*.c) $$(call exercise_modules,$$*) $(WORKBOOK_SOURCES)
	@$(WORKBOOK)/exercise.sh state $* $(filter %.o,$^)

# The proof that every exercise is sound, and so is what checks them.
proofs: $(EXERCISES:%=$(OUT)/workbook/%/proof) $(OUT)/workbook/tool/proof
	@:

workbook-test: needs-cmocka ##m prove that each solution passes and each wrong answer fails
	@$(MAKE) --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(CORES)) proofs
	@$(WORKBOOK)/prove-all.sh

$(OUT)/workbook/%/proof: $$(call exercise_files,$$*) $$(call exercise_modules,$$*) $(WORKBOOK_SOURCES)
	@mkdir -p $(@D)
	@$(WORKBOOK)/prove.sh $* $(filter %.o,$^) >$@.new && mv $@.new $@

$(OUT)/workbook/tool/proof: $$(call exercise_files,1.3) $$(call exercise_modules,1.3) $(WORKBOOK_SOURCES) \
    tests/suites.sh $(wildcard tests/test.[ch]) Makefile .gitignore
	@mkdir -p $(@D)
	+@MAKE='$(MAKE)' $(WORKBOOK)/tool.sh $(filter %.o,$^) >$@.new && mv $@.new $@
