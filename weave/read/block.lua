-- Turns what an author writes into what the book is made of, and refuses what is none of it: equations,
-- figures, exercises, entries of the appendices.

local press = require "press"
local flat = require "flat"

local stringify = pandoc.utils.stringify
local rules = { traverse = "topdown" }
local piece

-- "{#id key=value key="some words"}", as pandoc reads it behind a span; nothing if it is something else.
local function attributes(text)
  local inlines = pandoc.read("[]" .. text:match("^%s*(.*)"), press.format).blocks[1].content
  return #inlines == 1 and inlines[1].t == "Span" and inlines[1] or nil
end

-- $$ … $$ {#eq-id test=name}
local function equation(math, rest)
  local needle, tail = math.text:match("[^\n]*%S[^\n]*") or "$$", flat(rest)
  local given = attributes(tail:match("%S") and tail or "{}")
  if not given then
    piece.fault(needle, 'after the formula "%s" expected {#eq-id test=name}, got "%s"', needle, tail)
    return nil
  end
  local test, text = given.attributes.test, math.text
  local derives = text:find("\\partial") or text:find("\\sigma'") or text:find("\\frac{%s*d%f[%A]")
  if derives and not (test or given.attributes.given) then
    piece.fault(needle, 'a derivative without test= or given=: "%s"', needle:gsub("^%s+", ""))
  end
  return pandoc.Div({ pandoc.Para { math } }, pandoc.Attr(given.identifier, { "equation" },
    { test = test, given = given.attributes.given }))
end

-- ![caption](../build/figures/NN-name/figure.svg){#fig-id alt="…"}
local function figure(image)
  local target, id, alt = image.src, image.identifier, image.attributes.alt
  local file = target:match("^%.?%.?/?build/figures/([^/]+/.+)%.svg$")
  if not file then
    piece.fault(target, "the figure %s is not drawn by this build (expected "
      .. "../build/figures/NN-name/figure.svg)", target)
    return nil
  end
  local name = file:match("[^/]*$")
  if not press.is_there("plots/" .. file .. ".gp") then
    piece.fault(target, "the figure %s needs plots/%s.gp, which is not there", target, file)
  end
  if (alt or "") == "" then piece.fault(target, 'the figure %s has no alternative text (alt="…")', name) end
  if id == "" then piece.fault(target, "the figure %s has no id ({#fig-name})", name) end
  local attr = pandoc.Attr(id, { "figure" }, { file = file, alt = alt })
  return pandoc.Div({ pandoc.Plain(image.caption) }, attr)
end

function rules.Para(paragraph)
  local first = paragraph.content[1]
  if first.mathtype == "DisplayMath" then
    return equation(first, { table.unpack(paragraph.content, 2) }), false
  elseif first.t == "Image" and #paragraph.content == 1 then
    return figure(first)
  end
end

function rules.Image(image)
  piece.fault(image.src, "the figure %s does not stand in a paragraph of its own", image.src)
end

function rules.Note(note)
  local other = note.content:find_if(function(block) return block.t ~= "Para" and block.t ~= "Plain" end)
  if other then piece.fault(nil, 'a sidenote holds paragraphs only: "%s"', stringify(other):sub(1, 60)) end
end

function rules.CodeBlock(block)
  local class, line = block.classes[1], block.text:match("[^\n]+")
  if class == "c" then
    piece.fault(line, 'C that no file holds: "%s"; print a definition by a listing', line)
  elseif class ~= "listing" and class ~= "console" then
    press.check_width(press.lines(block.text), piece.source)
  end
end

local divs = {}

-- ::: {.exercise #ex-1.3 stars=2 kind=c title="…"}: the statement; the rest is in files.
function divs.exercise(div)
  local id, given = div.identifier, div.attributes
  local function fault(...) piece.fault(id, "exercise " .. id:gsub("^ex%-", "") .. string.format(...)) end
  if not (given.stars or ""):match("^[123]$") then fault(": stars=%s, expected 1, 2 or 3", given.stars) end
  if given.kind ~= "paper" and given.kind ~= "c" then fault(": kind=%s, expected paper or c", given.kind) end
  if not given.title then fault(" has no title") end
  if given.heart and given.heart ~= "1" then fault(": heart=%s, expected 1, or no heart", given.heart) end
end

-- ::: {.correction #notebook-7 is=wrong}: what the notebook says, then what is so, with the section that settles it.
function divs.correction(div)
  local id, settled = div.identifier, false
  if #div.content < 2 or div.content[1].t ~= "Para" then
    piece.fault("#" .. id, "correction %s: expected a paragraph that says what the notebook says, and what "
      .. "is so below it", id)
  end
  local is = div.attributes.is
  if is ~= "wrong" and is ~= "silent" and is ~= "untidy" then
    piece.fault("#" .. id, "correction %s: is=%s, expected wrong, silent or untidy", id, is)
  end
  div:walk { Link = function(link) settled = settled or stringify(link):lower() == "section" end }
  if not settled then piece.fault("#" .. id, "correction %s has no link to a section", id) end
end

-- ::: question: what is asked, then a definition list, each choice with its reason; one begins with "Yes."
function divs.question(div)
  local list, right = div.content[#div.content], 0
  local well = #div.content > 1 and div.content[1].t == "Para" and list.t == "DefinitionList"
    and #list.content > 1
  for _, choice in ipairs(well and list.content or {}) do
    local reasons = choice[2]
    local begins = #reasons == 1 and #reasons[1] == 1 and stringify(reasons[1][1]):match("^%a+%.")
    well = well and (begins == "Yes." or begins == "No.")
    right = right + (begins == "Yes." and 1 or 0)
  end
  if not well or right ~= 1 then
    piece.fault(stringify(div.content[1] or ""):sub(1, 30), "a question: expected what is asked, then "
      .. 'choices, each with a paragraph that begins with "No." or, once, "Yes."')
  end
end

-- ::: answer follows what it answers.
function rules.Blocks(blocks)
  for i, block in ipairs(blocks) do
    local before = blocks[i - 1]
    if block.t == "Div" and block.classes:includes("answer")
      and not (before and before.t == "Div" and before.classes:includes("predict")) then
      piece.fault("::: answer", "an answer that no predict stands before")
    end
  end
end

-- As terms are sorted: letters, digits and single spaces.
local function sorted_as(text) return (text:lower():gsub("%p", ""):gsub("%s+", " ")) end

-- ::: index, a list of "term: #section #section" in alphabetical order; the first section defines the term.
function divs.index(div)
  local list, items, before = div.content[1], pandoc.List(), ""
  if #div.content ~= 1 or list.t ~= "BulletList" then
    piece.fault("index", 'the index is one list of "- term: #section"')
    return {}
  end
  for _, item in ipairs(list.content) do
    local said = stringify(item)
    local term, sections = said:match("^(.*%S%S):( #.+)$")
    if not term or #item > 1 or sections:find(" [^#]") or sections:find(",") then
      piece.fault("- " .. said, 'index: expected "term: #section", got "%s"', said)
    else
      if sorted_as(before) >= sorted_as(term) then
        piece.fault("- " .. said, 'index: "%s" stands after "%s"', term, before)
      end
      before = term
      local inlines = pandoc.Inlines { pandoc.Span(pandoc.Inlines(term)) }
      for section in sections:gmatch("%S+") do inlines:insert(pandoc.Link("section", section)) end
      items:insert { pandoc.Plain(inlines) }
    end
  end
  return pandoc.Div({ pandoc.BulletList(items) }, div.attr), false
end

function rules.Div(div)
  local how = divs[div.classes[1]]
  if how then return how(div) end
end

-- The book has three formats; raw HTML or TeX would be lost in two of them.
local function raw(element)
  if element.text:match("^<!%-%-") then return {} end
  piece.fault(element.text, 'raw %s: "%s"', element.format, element.text)
end
rules.RawBlock, rules.RawInline = raw, raw

return function(blocks, of)
  piece = of
  return blocks:walk(rules)
end
