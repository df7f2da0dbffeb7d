# The press: from chapters, programs and plots to the book. Included by the
# Makefile, whose STEMS, PROGRAMS, modules, before, needs and COMPILE it uses.

# The book's parts in order, from book.md; "book" is the front matter itself.
PARTS   := book $(shell awk '/^---/ { on = 0 } /^[a-z]/ { on = /^(chapters|appendices):/ } \
               on && /^ *- / { print $$2 }' book.md 2>/dev/null)
ROOMS   := $(patsubst plots/%/,%,$(wildcard plots/*/))
FIGURES := $(patsubst plots/%.gp,build/figures/%,$(filter-out %/style.gp,$(wildcard plots/*/*.gp)))
WOVEN   := $(PARTS:%=build/weave/%.json)
PAGES   := $(PARTS:%=build/book/%.html)
PAGES   := $(PAGES:build/book/book.html=build/book/index.html)
# What must have been measured before a room of plots/ can be drawn.
data_of  = $(patsubst %,build/data/$(1)/%.done,$(basename $(notdir $(wildcard plots/$(1)/runs plots/$(1)/statistics)))) \
           $(patsubst code/measure/%.c,build/data/%/measure.done,$(wildcard code/measure/$(1).c))
DATA    := $(foreach r,$(ROOMS),$(call data_of,$(r)))

# A third of pandoc's time goes into tidying its memory, unless it is given
# more (where this build of it takes such options).
export GHCRTS := $(shell GHCRTS=-A64m pandoc --version >/dev/null 2>&1 && echo -A64m)

# Markdown as the chapters are written; weave/press.lua says the same.
READ    := -f markdown-implicit_figures-auto_identifiers-citations
LUA     := weave/press.lua weave/c.lua weave/values.lua
PASS2   := weave/press.lua weave/c.lua weave/shared.lua build/weave/labels.lua

.PHONY: data statistics figures weave html pdf epub book ledger

book: html pdf epub ## the book as HTML, PDF and EPUB, in build/
html: $(PAGES) ## the book as pages: build/book/index.html
	@echo "Read:   build/book/index.html"
pdf: build/book.pdf ## build/book.pdf
	@echo "Read:   build/book.pdf"
epub: build/book.epub ## build/book.epub
	@echo "Read:   build/book.epub"
data: $(DATA)
statistics: $(filter %/statistics.done %/measure.done,$(DATA)) ## count over many starts, and measure; the book does it when it must
figures: $(FIGURES:%=%.svg) $(FIGURES:%=%.pdf)
weave: build/weave/labels.lua

# Data: the runs of a chapter's program, and what its measure program finds.
$(filter %/runs.done,$(DATA)): build/data/%/runs.done: plots/%/runs build/% weave/runs.sh
	@echo "run      $<"
	@sh weave/runs.sh $* $<
	@touch $@

# Those that train thousands of networks are kept in a list of their own.
$(filter %/statistics.done,$(DATA)): build/data/%/statistics.done: plots/%/statistics build/% weave/runs.sh
	@echo "count    $<"
	@sh weave/runs.sh $* $<
	@touch $@

$(filter %/measure.done,$(DATA)): build/data/%/measure.done: build/obj/measure-% weave/measure.sh
	@echo "measure  $*"
	@sh weave/measure.sh $*
	@touch $@

.SECONDARY: build/obj/measure/measure.o
build/obj/measure-%: code/measure/%.c build/obj/measure/measure.o $$(call modules,$$*)
	@mkdir -p $(@D)
	@$(COMPILE) $(LDFLAGS) $(filter %.c %.o,$^) -lm -lpthread -o $@

-include $(wildcard build/obj/measure-*.d)

# Figures, twice: SVG for the screen, PDF for paper. gnuplot asks the locale
# whether there is UTF-8; numbers it writes as C does.
draw = mkdir -p $(@D) && LC_ALL=C.UTF-8 gnuplot -e "term = '$(1)'; out = '$@.part'; data = 'build/data/$(notdir $(@D))'" \
       $(filter %/style.gp,$^) $< && mv -f $@.part $@
$(FIGURES:%=%.svg): build/figures/%.svg: plots/%.gp plots/style.gp $$(wildcard plots/$$(dir $$*)style.gp) $$(call data_of,$$(firstword $$(subst /, ,$$*)))
	@$(call needs,gnuplot,gnuplot-nox)
	@echo "draw     $<"
	@$(call draw,svg)
$(FIGURES:%=%.pdf): build/figures/%.pdf: plots/%.gp plots/style.gp $$(wildcard plots/$$(dir $$*)style.gp) $$(call data_of,$$(firstword $$(subst /, ,$$*)))
	@$(call needs,gnuplot,gnuplot-nox)
	@$(call draw,pdf)

# The first pass. A chapter stands on its own code and on the floors below;
# an appendix and the front matter may quote everything. When anything but
# prose and data has changed, its console blocks are run again.
floors = $(if $(filter $(1),$(STEMS)),plumbing shell $(call before,$(1)) $(1),plumbing shell measure $(STEMS))
source = $(if $(filter book,$(1)),book.md,chapters/$(1).md)
define part_rules
build/weave/$(1).json: $(call source,$(1)) $(wildcard chapters/$(1).numbers) $(DATA) \
    $(foreach f,$(call floors,$(1)),$(wildcard code/$(f)/*.[ch])) \
    $(filter $(patsubst %,build/%,$(call floors,$(1))),$(PROGRAMS)) \
    $(wildcard $(patsubst %,code/$(1)/exercises/*/%,hint.md solution.md solution.c)) \
    weave/weave.lua weave/console.lua $(LUA)
	@$$(call needs,pandoc,pandoc)
	@mkdir -p $$(@D)
	@echo "weave    $$<"
	@$$(if $$(filter-out chapters/% book.md build/data/%,$$?),rm -f build/weave/$(1).console)
	@pandoc $(READ) -t json -M stem=$(1) --lua-filter weave/weave.lua $$< -o $$@.part
	@mv -f $$@.part $$@

build/book/$(if $(filter book,$(1)),index,$(1)).html: build/weave/$(1).json
build/weave/$(1).tex: build/weave/$(1).json $(if $(findstring solutions,$(1)),$(WOVEN))
endef
$(foreach p,$(PARTS),$(eval $(call part_rules,$(p))))

# The parts know of each other: every id with its number, every reference
# checked. The file changes only when an id, a number or a title does.
build/weave/bound: $(WOVEN) weave/bind.lua weave/shared.lua weave/press.lua
	@$(call needs,pandoc,pandoc)
	@pandoc -f markdown -t plain --lua-filter weave/bind.lua /dev/null -o $@
build/weave/labels.lua: build/weave/bound ;

# HTML
SHEETS := build/book/book.css build/book/book.js \
          $(patsubst weave/%,build/book/%,$(wildcard weave/fonts/*.woff2))
$(PAGES): $(PASS2) $(FIGURES:%=%.svg) $(wildcard weave/html/page.html weave/math.cjs) \
    weave/html.lua weave/markup.lua weave/svg.lua weave/mathml.lua
	@$(call needs,pandoc,pandoc)
	@echo "page     $@"
	@mkdir -p $(@D)
	@pandoc -f json -t html5 --mathml --template weave/html/page.html \
	    --lua-filter weave/html.lua $(filter %.json,$^) -o $@
html: $(SHEETS)
build/book/fonts/%: weave/fonts/%
	@mkdir -p $(@D) && cp $< $@
build/book/book.%: weave/html/book.%
	@mkdir -p $(@D) && cp $< $@

# The date of the book is that of its last commit: the same sources give the
# same bytes.
SOURCE_DATE_EPOCH ?= $(or $(shell git log -1 --format=%ct 2>/dev/null),1767225600)
export SOURCE_DATE_EPOCH

# PDF
$(PARTS:%=build/weave/%.tex): $(PASS2) weave/latex.lua weave/tex/book.tex
	@$(call needs,pandoc,pandoc)
	@pandoc -f json -t latex --top-level-division=chapter --lua-filter weave/latex.lua \
	    $(if $(filter build/weave/book.tex,$@),--template weave/tex/book.tex) $(@:.tex=.json) -o $@
build/book.pdf: $(PARTS:%=build/weave/%.tex) $(FIGURES:%=%.pdf) weave/pdf.sh
	@$(call needs,lualatex,texlive-luatex)
	@echo "typeset  $@"
	@sh weave/pdf.sh

# EPUB
build/book.epub: $(WOVEN) $(PASS2) $(FIGURES:%=%.svg) weave/epub.lua weave/markup.lua weave/mathml.lua \
    $(wildcard weave/math.cjs) weave/zip.lua weave/epub/book.css
	@$(call needs,pandoc,pandoc)
	@echo "bind     $@"
	@pandoc -f json -t epub3 --mathml --toc --toc-depth=2 --epub-chapter-level=1 --css weave/epub/book.css \
	    --lua-filter weave/epub.lua $(WOVEN) -o $@.part.epub
	@pandoc -f markdown -t plain -M zip=$@.part.epub --lua-filter weave/zip.lua /dev/null -o /dev/null
	@mv -f $@.part.epub $@

# The ledger: what only the whole book can show.
ledger: build/weave/labels.lua $(PROGRAMS) ## check the book against its code, line by line
	@pandoc -f markdown -t plain --lua-filter weave/ledger.lua /dev/null -o /dev/null
