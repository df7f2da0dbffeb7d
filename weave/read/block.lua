-- Turns what an author writes into what the book is made of, and refuses what is none of it: equations,
-- figures, exercises, entries of the appendices.

local press = require "press"
local flat = require "flat"

local stringify = pandoc.utils.stringify
local rules = { traverse = "topdown" }
local piece

local function fault(...) piece.fault(...) end

-- "{#id key=value key="some words"}" as a table.
local function attributes(text)
  local inner = text:gsub("[“”]", '"'):match("^%s*{%s*(.-)%s*}%s*$")
  if not inner then return nil end
  local found = {}
  inner = inner:gsub('([%w-]+)="([^"]*)"', function(key, words)
    found[key] = words
    return ""
  end):gsub("([%w-]+)=(%S+)", function(key, word)
    found[key] = word
    return ""
  end):gsub("#(%S+)", function(id)
    found.id = id
    return ""
  end)
  if inner:match("%S") then return nil end
  return found
end

-- $$ … $$ {#eq-id test=name}
local function equation(paragraph)
  local math = paragraph.content[1]
  local rest = pandoc.List(paragraph.content)
  rest:remove(1)
  local tail = flat(rest)
  local needle = math.text:match("[^\n]*%S[^\n]*") or "$$"
  local given = tail:match("%S") and attributes(tail) or {}
  if not given then
    fault(needle, 'after the formula "%s" expected {#eq-id test=name}, ' .. 'got "%s"', needle, tail)
    return nil
  end
  if not given.test and not given.given and (math.text:find("\\partial") or math.text:find("\\sigma'")
    or math.text:find("\\frac{%s*d%f[%A]")) then
    fault(needle, 'a derivative without test= or given=: "%s"', needle:gsub("^%s+", ""))
  end
  return pandoc.Div({ pandoc.Para { math } }, pandoc.Attr(given.id or "", { "equation" }, { test = given.test,
    source = piece.source }))
end

-- ![caption](../build/figures/NN-name/figure.svg){#fig-id alt="…"}
local function figure(image)
  local target = image.src
  local file = target:match("^%.?%.?/?build/figures/([^/]+/.+)%.svg$")
  if not file then
    fault(target, "the figure %s is not drawn by this build (expected "
      .. "../build/figures/NN-name/figure.svg)", target)
    return nil
  end
  local name = file:match("[^/]*$")
  if not press.is_there("plots/" .. file .. ".gp") then
    fault(target, "the figure %s needs plots/%s.gp, which is not there", target, file)
  end
  if (image.attributes.alt or "") == "" then
    fault(target, 'the figure %s has no alternative text (alt="…")', name)
  end
  if image.identifier == "" then
    fault(target, "the figure %s has no id ({#fig-name})", name)
  end
  return pandoc.Div({ pandoc.Plain(image.caption) }, pandoc.Attr(image.identifier, { "figure" },
    { file = file, alt = image.attributes.alt }))
end

function rules.Para(paragraph)
  local first, second = paragraph.content[1], paragraph.content[2]
  if first.t == "Math" and first.mathtype == "DisplayMath" and not (second and second.t == "Str") then
    return equation(paragraph), false
  elseif first.t == "Image" and #paragraph.content == 1 then
    return figure(first)
  end
end

function rules.Image(image)
  fault(image.src, "the figure %s does not stand in a paragraph of its own", image.src)
end

function rules.Note(note)
  for _, block in ipairs(note.content) do
    if block.t ~= "Para" and block.t ~= "Plain" then
      fault(nil, 'a sidenote holds paragraphs only: "%s"', stringify(note.content):sub(1, 60))
    end
  end
end

function rules.CodeBlock(block)
  local class, line = block.classes[1], block.text:match("[^\n]+")
  if class == "c" then
    fault(line, 'C that no file holds: "%s"; print a definition by a listing', line)
  elseif class ~= "listing" and class ~= "console" then
    press.check_width(press.lines(block.text), piece.source)
  end
end

-- ::: {.exercise #ex-1.3 stars=2 kind=c title="…"}: the statement; the rest is in files.
local function exercise(div)
  local id, given = div.identifier, div.attributes
  local number = id:match("^ex%-(.+)$") or id
  if not (given.stars or ""):match("^[123]$") then
    fault(id, "exercise %s: stars=%s, expected 1, 2 or 3", number, given.stars)
  end
  if given.kind ~= "paper" and given.kind ~= "c" then
    fault(id, "exercise %s: kind=%s, expected paper or c", number, given.kind)
  end
  if not given.title then fault(id, "exercise %s has no title", number) end
end

-- ::: {.correction #notebook-7}: what the notebook says, then what is so, with the section that settles it.
local function correction(div)
  local needle, settled = "#" .. div.identifier, false
  if #div.content < 2 or div.content[1].t ~= "Para" then
    fault(needle, "correction %s: expected a paragraph that says what the "
      .. "notebook says, and what is so below it", div.identifier)
  end
  div:walk { Link = function(link)
    settled = settled or stringify(link.content):lower() == "section"
  end }
  if not settled then
    fault(needle, "correction %s has no link to a section", div.identifier)
  end
end

-- The index: one list of "term: #section #section", in alphabetical order, the section that defines the term
-- first.

local function index_item(content)
  local term, links = pandoc.List(), pandoc.List()
  for _, inline in ipairs(content) do
    local id = inline.t == "Str" and inline.text:match("^#([^,]+),?$")
    if id then
      links:insert(pandoc.Link("section", "#" .. id))
    elseif #links == 0 then
      term:insert(inline)
    elseif inline.t ~= "Space" and inline.t ~= "SoftBreak" then
      return nil
    end
  end
  while #term > 0 and term[#term].t:find("Space") or #term > 0 and term[#term].t == "SoftBreak" do
    term:remove()
  end
  local last = term[#term]
  if #links == 0 or not last or last.t ~= "Str" or not last.text:match("..:$") then
    return nil
  end
  term[#term] = pandoc.Str(last.text:sub(1, -2))
  return term, links
end

-- As terms are sorted: letters, digits and single spaces.
local function sorted_as(text)
  return (text:lower():gsub("[%p]", ""):gsub("%s+", " "))
end

local function index(div)
  local list, before = div.content[1], nil
  if #div.content ~= 1 or list.t ~= "BulletList" then
    fault("index", 'the index is one list of "- term: #section"')
    return div
  end
  for i, item in ipairs(list.content) do
    local said = stringify(item)
    local term, links = index_item(item[1].content or {})
    if not term or #item > 1 then
      fault("- " .. said, 'index: expected "term: #section", got "%s"', said)
    else
      local text = stringify(term)
      if before and sorted_as(before) >= sorted_as(text) then
        fault("- " .. said, 'index: "%s" stands after "%s"', text, before)
      end
      before = text
      local inlines = pandoc.List { pandoc.Span(term) }
      inlines:extend(links)
      list.content[i] = { pandoc.Plain(inlines) }
    end
  end
  return pandoc.Div({ list }, div.attr), false
end

local divs = { exercise = exercise, correction = correction, index = index }

function rules.Div(div)
  local how = divs[div.classes[1]]
  if how then return how(div) end
end

-- The book has three formats; raw HTML or TeX would be lost in two of them.
local function raw(element)
  if element.text:match("^<!%-%-") then return {} end
  fault(element.text, 'raw %s: "%s"', element.format, element.text)
end
rules.RawBlock, rules.RawInline = raw, raw

return function(blocks, of)
  piece = of
  return blocks:walk(rules)
end
