# The press: from chapters, programs and plots to the book. weave/README.md
# has a picture of it. Included by the Makefile, whose OUT, STEMS, PROGRAMS,
# modules, needs and COMPILE it uses.

# The book's parts in order, from book.md; "book" is the front matter itself.
PARTS   := book $(shell awk '/^---/ { on = 0 } /^[a-z]/ { on = /^(chapters|appendices):/ } \
               on && /^ *- / { print $$2 }' book.md 2>/dev/null)
ROOMS   := $(patsubst plots/%/,%,$(wildcard plots/*/))
FIGURES := $(patsubst plots/%.gp,$(OUT)/figures/%,$(filter-out %/style.gp,$(wildcard plots/*/*.gp)))
DRAWN   := $(FIGURES:%=%.svg) $(FIGURES:%=%.narrow.svg)
WOVEN   := $(PARTS:%=$(OUT)/weave/%.json)
AIDS    := $(foreach s,$(STEMS),$(if $(wildcard code/$(s)/exercises/[0-9]*),$(OUT)/weave/$(s).aids.json))
PAGES   := $(PARTS:%=$(OUT)/book/%.html)
PAGES   := $(PAGES:$(OUT)/book/book.html=$(OUT)/book/index.html)
# What the book is called among files: "The Chain Rule, Compiled" is chain-rule-compiled.
NAME    := $(shell sed -n '/^title: */{s///;p;q;}' book.md 2>/dev/null | tr 'A-Z' 'a-z' | sed 's/[^a-z0-9]\{1,\}/-/g; s/^the-//; s/-$$//')
# What must have been run before a room of plots/ can be drawn: its lists of
# runs, and what measures for it.
data_of  = $(patsubst %,$(OUT)/data/$(1)/%.made,$(notdir $(wildcard plots/$(1)/runs plots/$(1)/statistics)) \
               $(if $(wildcard code/measure/$(1).c),measure))
DATA    := $(foreach r,$(ROOMS),$(call data_of,$(r)))

# A third of pandoc's time goes into tidying its memory, unless it is given
# more (where this build of it takes such options).
export GHCRTS := $(shell GHCRTS=-A64m pandoc --version >/dev/null 2>&1 && echo -A64m)

# Beside the pages, for the title page to link: the source, always; the PDF and
# the EPUB from when make book puts them there, since make html needs no TeX.
EDITIONS := $(OUT)/book/$(NAME).pdf $(OUT)/book/$(NAME).epub
BESIDE   := $(if $(filter book,$(MAKECMDGOALS))$(word 2,$(wildcard $(EDITIONS))),yes)

LIB     := $(wildcard weave/lib/*.lua)
SHOW    := weave/show.lua $(wildcard weave/show/*.lua) $(LIB) $(OUT)/weave/labels.lua
PANDOC   = OUT='$(OUT)' pandoc
# Where all is found by the script itself, pandoc is given nothing to read.
press    = $(PANDOC) -f markdown --lua-filter weave/$(1).lua /dev/null
show     = $(PANDOC) -f json -M to=$(1) -M stem=$(2) --lua-filter weave/show.lua

.PHONY: data statistics figures weave html pdf epub book ledger

book: html pdf epub $(EDITIONS) ##r the book as HTML, PDF and EPUB, in build/
html: $(PAGES) ##r the book as pages: build/book/index.html
	@echo "Read:   $(OUT)/book/index.html"
pdf: $(OUT)/book.pdf $(wildcard $(OUT)/book/$(NAME).pdf) ##r build/book.pdf
	@echo "Read:   $(OUT)/book.pdf"
epub: $(OUT)/book.epub $(wildcard $(OUT)/book/$(NAME).epub) ##r build/book.epub
	@echo "Read:   $(OUT)/book.epub"
data: $(DATA) ##a the runs and measurements that the book quotes; make measure-02 prints chapter 2's
statistics: $(filter %/statistics.made %/measure.made,$(DATA)) ##a of these, the counts over many starts and the measurements
figures: $(DRAWN) $(FIGURES:%=%.pdf) ##a the figures, in build/figures
weave: $(OUT)/weave/labels.lua ##a the chapters with all that they quote checked, but no pages

# Data: the runs of a chapter's program, and what its measure program finds. A
# run that is kept is not made again, and a file changes only with its content.
data     = mkdir -p $(@D) && $(call press,data) -t plain -M stem=$(notdir $(@D)) -M list=$(basename $(@F)) -o $@
DATALUA := weave/data.lua $(LIB)
$(filter %/runs.made,$(DATA)): $(OUT)/data/%/runs.made: plots/%/runs $(OUT)/% $(DATALUA)
	@echo "run      $<"
	@$(data)
# Those that train thousands of networks are kept in a list of their own.
$(filter %/statistics.made,$(DATA)): $(OUT)/data/%/statistics.made: plots/%/statistics $(OUT)/% $(DATALUA)
	@echo "count    $<"
	@$(data)
$(filter %/measure.made,$(DATA)): $(OUT)/data/%/measure.made: $(OUT)/obj/measure-% $(DATALUA)
	@$(call needs,pandoc,pandoc)
	@echo "measure  $*"
	@$(data)
# A number of the text says "make measure-02 | grep": what it greps.
measure-%: $(OUT)/data/$$(basename $$(notdir $$(wildcard code/measure/$$*-*.c)))/measure.made
	@cat $(<D)/measure.values
$(OUT)/data/%.values $(OUT)/data/%/changed: $$(call data_of,$$(firstword $$(subst /, ,$$*))) ;

.SECONDARY: $(OUT)/obj/measure/measure.o
$(OUT)/obj/measure-%: code/measure/%.c $(OUT)/obj/measure/measure.o $$(call modules,$$*) $(OUT)/flags
	@mkdir -p $(@D)
	@$(COMPILE) $(LDFLAGS) $(filter %.c %.o,$^) -lm -lpthread -o $@

-include $(wildcard $(OUT)/obj/measure-*.d)

# Figures, three times: SVG for the screen, and a narrow one for phones; PDF for paper. gnuplot asks the locale
# whether there is UTF-8; numbers it writes as C does. A PDF tells when it was
# drawn, and so would be another each time: the beginning of time is as long.
draw = mkdir -p $(@D) && TZ=UTC0 LC_ALL=C.UTF-8 gnuplot -e "term = '$(1)'; narrow = $(if $(filter %.narrow.svg,$@),1,0); out = '$@.part'; data = '$(OUT)/data/$(notdir $(<D))'" \
       $(filter %/style.gp,$^) $< && $(2) mv -f $@.part $@
$(DRAWN) $(FIGURES:%=%.pdf): plots/style.gp $$(wildcard plots/$$(notdir $$(@D))/style.gp) $(OUT)/data/$$(notdir $$(@D))/changed
$(DRAWN): $(OUT)/figures/%.svg: plots/$$(subst .narrow,,$$*).gp
	@$(call needs,gnuplot,gnuplot-nox)
	@echo "draw     $<$(if $(filter %.narrow.svg,$@), (narrow))"
	@$(call draw,svg)
$(FIGURES:%=%.pdf): $(OUT)/figures/%.pdf: plots/%.gp
	@$(call needs,gnuplot,gnuplot-nox)
	@$(call draw,pdf,sed 's/(D:[0-9]\{14\}Z)/(D:19700101000000Z)/' $@.part >$@.dated && mv -f $@.dated $@.part &&)

# And the picture of the title page once more, for whoever shows a link to the
# book, where the public finds it.
PICTURE := $(shell grep -q '^address:' book.md 2>/dev/null && sed -n 's/^picture: *//p' book.md)
ifneq ($(PICTURE),)
html: $(OUT)/book/$(NAME).png
$(OUT)/book/$(NAME).png: plots/$(PICTURE).gp plots/style.gp $(wildcard plots/$(dir $(PICTURE))style.gp) $(OUT)/data/$(dir $(PICTURE))changed
	@$(call needs,gnuplot,gnuplot-nox)
	@echo "draw     $@"
	@$(call draw,png)
endif

# The first pass over each part, and over its hints and solutions. What else a
# part was made from (code, values, programs that it runs) it notes itself.
weave    = mkdir -p $(@D) && $(call press,read) -t json -M stem=$(1) $(2) -o $@.part && mv -f $@.part $@
$(WOVEN): $(OUT)/weave/%.json: $$(if $$(filter book,$$*),book.md,chapters/$$*.md) $$(wildcard chapters/$$*.numbers)
	@$(call needs,pandoc,pandoc)
	@echo "weave    $<"
	@$(call weave,$*)
$(AIDS): $(OUT)/weave/%.aids.json: $$(wildcard code/$$*/exercises/* chapters/$$*.numbers)
	@$(call needs,pandoc,pandoc)
	@echo "weave    code/$*/exercises"
	@$(call weave,$*,-M aids)
$(WOVEN) $(AIDS): weave/read.lua $(wildcard weave/read/*.lua) $(LIB) | $(PROGRAMS) $(DATA)
-include $(wildcard $(OUT)/weave/*.d)

# The parts know of each other: every id with its number, every reference
# checked. What a part tells, and what they all do, changes with an id, a number
# or a title, not with a sentence.
FACTS   := $(patsubst %.json,%.facts,$(WOVEN) $(AIDS))
$(FACTS): %.facts: %.json ;
$(OUT)/weave/bound: $(FACTS) book.md weave/bind.lua $(LIB)
	@$(call needs,pandoc,pandoc)
	@$(call press,bind) -t plain -o $@
$(OUT)/weave/labels.lua: $(OUT)/weave/bound ;

# What make deps brings of npm: Temml sets formulas, MiniSearch and parse5 make
# the index of the search. Another version makes every page again. They come
# first, to be missed before all the work.
PACKAGES := build/deps/packages/installed
$(PACKAGES): weave/packages/package-lock.json
	@cmp -s $< $@ || { echo "make $(or $(MAKECMDGOALS),$@): temml, minisearch or parse5 is missing (packages of npm); make deps installs them" >&2; exit 1; }

# HTML
SHEETS := $(OUT)/book/book.css $(OUT)/book/book.js \
          $(patsubst weave/%,$(OUT)/book/%,$(wildcard weave/fonts/*.woff2 weave/fonts/*.LICENSE))
part_of = $(patsubst index,book,$(basename $(notdir $(1))))
json_of = $(filter $(OUT)/weave/$(1).json $(OUT)/weave/$(1).aids.json,$(WOVEN) $(AIDS))
$(PAGES): $(PACKAGES) $$(call json_of,$$(call part_of,$$@)) $(SHOW) $(wildcard weave/html/*.html) weave/math.cjs | $(DRAWN)
	@$(call needs,pandoc,pandoc)
	@$(call needs,node,nodejs)
	@echo "page     $@"
	@mkdir -p $(@D)
	@$(call show,html,$(call part_of,$@)) -M name=$(NAME) $(if $(BESIDE),-M editions) -t html5 --template weave/html/page.html $(filter %.json,$^) -o $@
html: $(SHEETS) $(OUT)/book/search-index.js $(OUT)/book/$(NAME).zip
$(OUT)/book/fonts/%: weave/fonts/%
	@mkdir -p $(@D) && cp $< $@
# Each script stands in a block of its own, and may bring its style. Before them
# stands what the notation's table says, for terms.js.
SCRIPTS := $(wildcard weave/html/scripts/*.js)
$(OUT)/weave/notation.js: weave/html/notation.cjs $(OUT)/book/index.html
	@node $^ >$@
$(OUT)/book/book.js: $(OUT)/weave/notation.js $(SCRIPTS)
	@{ cat $<; for script in $(SCRIPTS); do echo '{'; cat $$script; echo '}'; done; } >$@
$(OUT)/book/book.css: weave/html/book.css $(wildcard weave/html/scripts/*.css)
	@mkdir -p $(@D) && cat $^ >$@

include weave/live/live.mk

# What a page loads when its reader first searches.
$(OUT)/book/search-index.js: $(PACKAGES) $(PAGES) weave/search.cjs weave/html/find.js
	@echo "index    $@"
	@node weave/search.cjs $(dir $<) $(PAGES) >$@

# What the title page links changes with what is there.
$(OUT)/weave/beside: always
	@mkdir -p $(@D)
	@echo '$(BESIDE)' | cmp -s - $@ || echo '$(BESIDE)' >$@
$(OUT)/book/index.html: $(OUT)/weave/beside | $(if $(filter book,$(MAKECMDGOALS)),$(EDITIONS))
$(EDITIONS): $(OUT)/book/$(NAME).%: $(OUT)/book.%
	@mkdir -p $(@D) && cp $< $@

# The source as an archive: what the pages were made from, committed or not. What
# is unpacked cannot ask git for the date; weave/epoch tells it.
packed := $(OUT)/packed
$(OUT)/book/$(NAME).zip: always
	@$(call needs,zip,zip)
	@rm -rf $(packed) && mkdir -p $(packed)/$(NAME) $(@D)
	@sh weave/sources.sh '$(OUT)' >$(packed)/sources
	@tar -cf - -T $(packed)/sources | tar -xf - -C $(packed)/$(NAME)
	@echo $(SOURCE_DATE_EPOCH) >$(packed)/$(NAME)/weave/epoch
	@sed 's,^,$(NAME)/,' $(packed)/sources | sh weave/pack.sh $(packed)/source.zip $(packed)
	@cmp -s $(packed)/source.zip $@ || { echo "pack     $@" && mv -f $(packed)/source.zip $@; }
	@rm -rf $(packed)

# The date of the book is that of its last commit, in a clone and in a source
# archive: the same sources give the same bytes.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(or $(shell grep '^[0-9]' weave/epoch || git log -1 --format=%ct 2>/dev/null),1767225600)
endif
export SOURCE_DATE_EPOCH

# PDF
$(PARTS:%=$(OUT)/weave/%.tex): $(OUT)/weave/%.tex: $(OUT)/weave/%.json $$(if $$(findstring solutions,$$*),$(AIDS)) \
    $(SHOW) weave/tex/book.tex
	@$(call needs,pandoc,pandoc)
	@$(call show,tex,$*) -t latex-smart --top-level-division=chapter $(if $(filter book,$*),--template weave/tex/book.tex) \
	    $(filter %.json,$^) -o $@
$(OUT)/book.pdf: $(PARTS:%=$(OUT)/weave/%.tex) $(FIGURES:%=%.pdf) weave/pdf.sh weave/tex/contents.awk
	@$(call needs,lualatex,texlive-luatex)
	@echo "typeset  $@"
	@sh weave/pdf.sh $(@D)

# EPUB. What its figures and its cover say is drawn, not written, since a
# reader's device has other letters than those that were measured.
OUTLINED := $(FIGURES:%=%.outlined.svg)
$(OUTLINED): %.outlined.svg: %.pdf
	@$(call needs,pdftocairo,poppler-utils)
	@pdftocairo -svg $< $@.part && mv -f $@.part $@
$(OUT)/weave/cover.png: book.md weave/epub/cover.gp
	@$(call needs,gnuplot,gnuplot-nox)
	@$(call needs,pdftocairo,poppler-utils)
	@mkdir -p $(@D) && sed -n '1,/^---$$/p' $< | pandoc -f markdown -t plain --wrap=none --template weave/epub/cover.gp -o $(@:png=gp)
	@LC_ALL=C.UTF-8 gnuplot -e "out = '$(@:png=pdf)'" $(@:png=gp)
	@pdftocairo -png -singlefile -r 254 $(@:png=pdf) $(basename $@)
$(OUT)/book.epub: $(PACKAGES) $(WOVEN) $(AIDS) $(SHOW) $(OUTLINED) $(OUT)/weave/cover.png weave/math.cjs weave/pack.sh $(wildcard weave/epub/*)
	@$(call needs,pandoc,pandoc)
	@$(call needs,node,nodejs)
	@$(call needs,unzip,unzip)
	@$(call needs,zip,zip)
	@echo "bind     $@"
	@$(call show,epub,book) -t epub3 --toc --toc-depth=2 --epub-chapter-level=1 --css weave/epub/book.css \
	    --epub-cover-image=$(OUT)/weave/cover.png $(filter %.json,$^) -o $@.part.epub
	@rm -rf $@.files && unzip -q $@.part.epub -d $@.files
	@sh weave/epub/finish.sh $@.files
	@unzip -Z1 $@.part.epub | sh weave/pack.sh $@.part $@.files mimetype
	@mv -f $@.part $@ && rm -rf $@.part.epub $@.files

# The ledger: what only the whole book can show.
ledger: $(OUT)/weave/labels.lua $(PROGRAMS) ##a check the book against its code, line by line
	@$(call press,ledger) -t plain -o /dev/null
