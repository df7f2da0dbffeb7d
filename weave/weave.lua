-- The first pass over one chapter: chapters/NN.md in, build/weave/NN.json
-- (woven, in no format yet) and build/weave/NN.facts out (what the other
-- chapters and the ledger need to know). Run by pandoc, from the root of the
-- repository, with the chapter's stem in the metadata field `stem`.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "?.lua;") .. package.path
local press = require "press"
local c = require "c"
local values = require "values"
local console = require "console"

local stringify = pandoc.utils.stringify
local stem, number
local source -- the file whose text is being woven: chapter, hint or solution
local facts = { labels = {}, links = {}, values = {}, listings = {},
  figures = {}, tests = {}, entries = {}, exercises = {}, corrections = {},
  terms = {}, italics = {}, said = {}, commands = 0, formulas = 0, numbers = 0 }
local count = {} -- of figures, equations, … so far
local here -- the id of the section, or of the part, that is being woven
local rules = {} -- what is done with each kind of element

local function fault(needle, ...) press.fault(source, needle, ...) end

local function counted(kind)
  count[kind] = (count[kind] or 0) + 1
  return number .. "." .. count[kind]
end

-- Gives an id to the world: kind, number as printed, title.
local function label(id, kind, printed, title)
  if facts.labels[id] then
    fault("#" .. id, "the id %s is given twice", id)
  end
  facts.labels[id] = { kind = kind, number = printed, title = title,
    stem = stem, order = #press.sorted(facts.labels) }
end

-- Headings. Pandoc takes no id that begins with a digit: take it here.

local function heading_id(header)
  local last = header.content[#header.content]
  local id = last and last.t == "Str" and last.text:match("^{#(.+)}$")
  if id then
    header.content:remove()
    if #header.content > 0 then header.content:remove() end
    header.identifier = id
  end
end

function rules.Header(header)
  heading_id(header)
  local title = stringify(header.content)
  local plain = header.classes:includes("unnumbered") or stem == "book"
  if header.level == 1 and stem ~= "book" then
    if facts.title then
      fault("# " .. title, 'a second title: "%s"', title)
    end
    facts.title = title
    if header.identifier ~= "" and header.identifier ~= stem then
      fault("# " .. title, "the title's id is %s, expected %s",
        header.identifier, stem)
    end
    header.identifier = stem
    header.attributes.number = number
    label(stem, number:match("%d") and "chapter" or "appendix", number,
      title)
  else
    local section = header.level == 2 and not plain and counted("section")
    if header.identifier == "" then
      count.unnamed = (count.unnamed or 0) + 1
      header.identifier = stem .. "-" .. count.unnamed
    end
    header.attributes.number = section or nil
    label(header.identifier, "section", section or "", title)
    facts.labels[header.identifier].level = header.level
  end
  here = header.identifier
  return header
end

-- Listings

local function resolve(file, name, printed)
  local found
  for i, definition in ipairs(file.definitions) do
    for _, known in ipairs(definition.names) do
      if known == name then
        if not printed[i] then return i end
        found = i
      end
    end
  end
  return found
end

local function check_width(line, file)
  local width = utf8.len(line) or #line
  if width > press.listing_columns then
    press.fault(file, line, "%d columns, but the page holds %d: %s", width,
      press.listing_columns, line)
  end
end

local printed_of = {}

local function listing(block)
  local path, names = block.text:match("^%s*([^%s:]+):?[ \t]*(.-)%s*$")
  local file = path and not names:find("\n") and c.file(path)
  if not file then
    fault(block.text, 'listing "%s": no file %s (expected "FILE: name …")',
      block.text, path)
    return {}
  end
  printed_of[path] = printed_of[path] or {}
  local printed, chosen, taken = printed_of[path], {}, {}
  for name in names:gmatch("%S+") do
    local i = resolve(file, name, printed)
    if i then
      if not taken[i] then chosen[#chosen + 1] = i end
      taken[i], printed[i] = true, true
    else
      local known = {}
      for _, definition in ipairs(file.definitions) do
        known[#known + 1] = table.concat(definition.names, " ")
      end
      fault(block.text, "listing: %s defines no %s (it defines: %s)", path,
        name, table.concat(known, ", "))
    end
  end
  if names == "" then
    for i in ipairs(file.definitions) do
      chosen[i], printed[i] = i, true
    end
  end
  if #chosen == 0 then return {} end

  -- Neighbours are printed as they stand; between strangers a line is left.
  local ranges, text = {}, {}
  for _, i in ipairs(chosen) do
    local definition, range = file.definitions[i], ranges[#ranges]
    if range and range.definition == i - 1 then
      range.last, range.definition = definition.last, i
    else
      ranges[#ranges + 1] = { first = definition.first,
        last = definition.last, definition = i }
    end
  end
  for i, range in ipairs(ranges) do
    if i > 1 then text[#text + 1] = "" end
    for line = range.first, range.last do
      text[#text + 1] = file.lines[line]
    end
    ranges[i] = range.first .. "-" .. range.last
  end

  for _, line in ipairs(text) do check_width(line, path) end

  local first = file.definitions[chosen[1]].names[1] or "file"
  if names ~= "" then first = names:match("^%S+") end
  local base = path:match("([^/]+/[^/]+)$"):gsub("%.c$", ""):gsub("/", "-")
  local id = "lst-" .. base .. "-" .. first
  if names == "" then id = "lst-" .. base .. (path:match("%.c$") or "") end
  while facts.labels[id] do id = id .. "-more" end
  local printed_number = counted("listing")
  label(id, "listing", printed_number, path)
  for _, i in ipairs(chosen) do -- it is found by its other names, too
    for _, name in ipairs(file.definitions[i].names) do
      local other = "lst-" .. base .. "-" .. name
      if not facts.labels[other] then
        label(other, "listing", printed_number, path)
        facts.labels[other].of = id
      end
    end
  end
  facts.listings[#facts.listings + 1] =
    { number = printed_number, path = path, ranges = ranges }
  return pandoc.CodeBlock(table.concat(text, "\n"), pandoc.Attr(id,
    { "listing" }, { number = printed_number, file = path,
      ranges = table.concat(ranges, " ") }))
end

function rules.CodeBlock(block)
  local class = block.classes[1]
  if class == "listing" and not block.attributes.file then
    return listing(block)
  elseif class == "console" and not block.attributes.commands then
    local woven, commands = console.run(block, stem, fault)
    facts.commands = facts.commands + commands
    return woven
  elseif class == "c" then
    fault(block.text:match("[^\n]+"), "C that no file holds: \"%s\"; print a "
      .. "definition by a listing", block.text:match("[^\n]+"))
  else
    for _, line in ipairs(press.lines(block.text)) do
      check_width(line, source)
    end
  end
end

-- Values

-- Checks one value; returns the text to print and the number in full. Where
-- the last bit of a machine's exp may move a count of long runs, the text
-- says "about", and `within` how far from it the number may be.
local function value(reference, text, layout, needle, within)
  local found, name = values.find(reference, stem)
  if not found then
    fault(needle, "%s", name)
    return text
  end
  facts.values[name] = true
  if text == "" then
    text = string.format(layout or "%s", tonumber(found)):gsub("^%-", "−")
    return text, found, name
  end
  local want, have = values.rounded(found, text)
  local apart = within and want
    and math.abs(tonumber(found) - tonumber(have))
  if not want then
    fault(needle, '%s: "%s" is not a number', reference, text)
  elseif want ~= have and not (apart and apart <= within) then
    fault(needle, "%s is %s in this build, the text says %s", reference,
      want, text)
  end
  return text, found, name
end

-- What stands between the brackets of a value, as plain text.
local function flat(inlines)
  local parts = {}
  local flatten = {
    Space = function() return " " end,
    SoftBreak = function() return " " end,
    LineBreak = function() return " " end,
    Str = function(e) return e.text end,
    Code = function(e) return "\1" .. e.text .. "\2" end,
    Math = function(e)
      return " " .. e.text:gsub("\\href%s*{value:[^}]*}%s*%b{}", " ") .. " "
    end,
    Superscript = function(e) return "^{" .. flat(e.content) .. "}" end,
    Quoted = function(e) return '"' .. flat(e.content) .. '"' end,
    Note = function() return " " end,
    Link = function(e)
      return e.target:match("^value:") and " " or flat(e.content)
    end,
  }
  for _, inline in ipairs(inlines) do
    local how = flatten[inline.t]
    parts[#parts + 1] = how and how(inline)
      or inline.content and flat(inline.content) or ""
  end
  return table.concat(parts)
end

-- A power of ten is set as such: "2e-05" and "2 × 10^−5" alike.
local function typeset(text)
  local sign, digits, power = values.parse(text)
  if digits and power then
    return pandoc.Math("InlineMath", ("%s%s\\times10^{%d}"):format(sign,
      digits, power))
  end
  return pandoc.Str((text:gsub("^%-", "−")))
end

function rules.Link(link)
  local target = link.target
  local reference = target:match("^value:(.*)$")
  if reference then
    local text = flat(link.content):gsub("%^{(.-)}", "^%1")
    local shown, full, name = value(reference, text, link.attributes.fmt,
      "(" .. target .. ")", tonumber(link.attributes.within))
    return pandoc.Span({ typeset(shown) }, pandoc.Attr("", { "value" },
      { full = full, name = name })), false
  end
  local id = target:match("^#(.+)$")
  if id then
    facts.links[#facts.links + 1] =
      { id = id, text = stringify(link.content), source = source }
  elseif not target:match("^%a[%w+.-]*:") then
    fault(target, 'the link "%s" leads out of the book', target)
  end
end

-- Math: values inside formulas.

function rules.Math(math)
  math.text = math.text:gsub("\\href%s*{value:([^}]*)}%s*(%b{})",
    function(reference, text)
      text = text:sub(2, -2)
      local shown = value(reference, text, nil, "{value:" .. reference)
      local sign, digits, power = values.parse(shown)
      if power and shown:find("e") then
        return sign .. digits .. "\\times10^{" .. power .. "}"
      end
      return (shown:gsub("−", "-"):gsub(",", "{,}"):gsub("{{,}}", "{,}"))
    end)
  return math
end

-- The paragraphs that are more than text: equations and figures.

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

local function equation(paragraph)
  local math = paragraph.content[1]
  local rest = pandoc.List(paragraph.content)
  rest:remove(1)
  local tail = flat(rest)
  local needle = math.text:match("[^\n]*%S[^\n]*") or "$$"
  local given = tail:match("%S") and attributes(tail) or {}
  if not given then
    fault(needle, 'after the formula "%s" expected {#eq-id test=name}, '
      .. 'got "%s"', needle, tail)
    return nil
  end
  facts.formulas = facts.formulas + 1
  if not given.test and not given.given
    and (math.text:find("\\partial") or math.text:find("\\sigma'")
      or math.text:find("\\frac{%s*d%f[%A]")) then
    fault(needle, 'a derivative without test= or given=: "%s"',
      needle:gsub("^%s+", ""))
  end
  for name in (given.test or ""):gmatch("[%w_]+") do
    facts.tests[#facts.tests + 1] = { name = name, source = source }
  end
  local printed = given.id and counted("equation")
  if given.id then label(given.id, "equation", printed) end
  return pandoc.Div({ pandoc.Para { rules.Math(math) } },
    pandoc.Attr(given.id or "", { "equation" }, { number = printed })), false
end

-- Numbers that stand in the text as typed, checked against the short list.
local allowed, allowed_used = {}, {}

local function check_digits(text)
  for _, typed in ipairs(values.typed(text)) do
    if not allowed[typed] then
      fault(typed, 'the number %s is typed, not computed, in "%s"; name the '
        .. "value, or list the number in chapters/%s.numbers", typed,
        text:gsub("[\1\2]", "`"):gsub("%s+", " "):sub(1, 70), stem)
    else
      facts.numbers = facts.numbers + 1
    end
    allowed_used[typed] = true
  end
end

-- Prose inside an attribute: alternative texts and titles.
local function attribute_text(text)
  check_digits((text:gsub("%[[^%]]*%]%(value:[^)]+%)", " ")))
  return (text:gsub("%[([^%]]*)%]%(value:([^)]+)%)",
    function(shown, reference)
      return (value(reference, shown, "%.4g", "(value:" .. reference .. ")"))
    end))
end

local function figure(image)
  local target = image.src
  local room, name = target:match("^%.?%.?/?build/figures/([^/]+)/(.+)%.svg$")
  if not room then
    fault(target, "the figure %s is not drawn by this build (expected "
      .. "../build/figures/NN-name/figure.svg)", target)
    return nil
  end
  local path = "plots/" .. room .. "/" .. name .. ".gp"
  if not press.read(path) then
    fault(target, "the figure %s needs %s, which is not there", target, path)
  end
  local alt = image.attributes.alt
  if not alt or alt == "" then
    fault(target, 'the figure %s has no alternative text (alt="…")', name)
  end
  if image.identifier == "" then
    fault(target, "the figure %s has no id ({#fig-name})", name)
  end
  facts.figures[#facts.figures + 1] = path
  local printed = counted("figure")
  label(image.identifier, "figure", printed)
  return pandoc.Div({ pandoc.Plain(image.caption) },
    pandoc.Attr(image.identifier, { "figure" }, { number = printed,
      file = room .. "/" .. name, alt = attribute_text(alt or "") }))
end

function rules.Para(paragraph)
  local first = paragraph.content[1]
  local second = paragraph.content[2]
  if first.t == "Math" and first.mathtype == "DisplayMath"
    and not (second and second.t == "Str") then
    return equation(paragraph)
  elseif first.t == "Image" and #paragraph.content == 1 then
    return figure(first)
  end
end

function rules.Image(image)
  fault(image.src, "the figure %s does not stand in a paragraph of its own",
    image.src)
end

-- Asides: a note that sets the notebook right has a number there.
function rules.Note(note)
  local first = note.content[1]
  for _, block in ipairs(note.content) do
    if block.t ~= "Para" and block.t ~= "Plain" then
      fault(nil, 'a sidenote holds paragraphs only: "%s"',
        stringify(note.content):sub(1, 60))
    end
  end
  local span = first and first.content and first.content[1]
  if span and span.t == "Span" and span.classes:includes("erratum")
    and span.identifier == "" then
    local item = stringify(span.content)
    span.identifier = "erratum-" .. item
    first.content[1] = span
    label(span.identifier, "erratum", item)
    facts.labels[span.identifier].section = here
    return note
  end
end

-- A span with an id is a place to link to.
function rules.Span(span)
  if span.identifier ~= "" and not facts.labels[span.identifier] then
    label(span.identifier, "place", "")
  end
end

-- Exercises: the statement stands in the chapter, the rest in files.

local function woven_file(path, class)
  local text = press.read(path)
  if not text then
    fault(path:match("exercises/([^/]+)"), "no file %s", path)
    return nil
  end
  local outer = source
  source = path
  local blocks = pandoc.read(text, press.format).blocks
  check_blocks(blocks)
  blocks = blocks:walk(rules)
  source = outer
  return pandoc.Div(blocks, pandoc.Attr("", { class }))
end

local function exercise(div)
  local id = div.identifier:match("^ex%-(.+)$")
  local expected = counted("exercise")
  if id ~= expected then
    fault(div.identifier, "exercise %s stands where ex-%s is due",
      div.identifier, expected)
    id = id or expected
  end
  local given = div.attributes
  if not (given.stars or ""):match("^[123]$") then
    fault(div.identifier, "exercise %s: stars=%s, expected 1, 2 or 3", id,
      given.stars)
  end
  if given.kind ~= "paper" and given.kind ~= "c" then
    fault(div.identifier, "exercise %s: kind=%s, expected paper or c", id,
      given.kind)
  end
  if not given.title then
    fault(div.identifier, "exercise %s has no title", id)
  end
  local folder = "code/" .. stem .. "/exercises/" .. id
  local title = attribute_text(given.title or "")
  label(div.identifier, "exercise", id, title)
  facts.exercises[#facts.exercises + 1] = id
  local blocks = div.content:walk(rules)
  blocks:insert(woven_file(folder .. "/hint.md", "hint"))
  local solution = woven_file(folder .. "/solution.md", "solution")
  local code = press.read(folder .. "/solution.c")
  if code and solution then
    solution.content:insert(pandoc.CodeBlock(code:gsub("\n$", ""),
      pandoc.Attr("", { "solution-c" },
        { file = folder .. "/solution.c" })))
  elseif solution then
    fault(div.identifier, "exercise %s: no file %s/solution.c", id, folder)
  end
  blocks:insert(solution)
  return pandoc.Div(blocks, pandoc.Attr(div.identifier, { "exercise" },
    { number = id, title = title, stars = given.stars or "1",
      kind = given.kind or "paper", folder = folder })), false
end

-- An entry of the notebook's errors: first what the notebook says, then what
-- is so, with the section that settles it.
local function correction(div)
  local item = tostring((count.correction or 0) + 1)
  count.correction = tonumber(item)
  local needle = "#" .. div.identifier
  if div.identifier ~= "notebook-" .. item then
    fault(needle, "correction %s stands where notebook-%s is due",
      div.identifier, item)
    item = div.identifier:match("^notebook%-(%d+)$") or item
    count.correction = tonumber(item)
  end
  if #div.content < 2 or div.content[1].t ~= "Para" then
    fault(needle, "correction %s: expected a paragraph that says what the "
      .. "notebook says, and what is so below it", div.identifier)
  end
  local settled = false
  div:walk { Link = function(link)
    if stringify(link.content):lower() == "section" then settled = true end
  end }
  if not settled then
    fault(needle, "correction %s has no link to a section", div.identifier)
  end
  label(div.identifier, "correction", item)
  facts.corrections[#facts.corrections + 1] = item
  div.attributes.number = item
  return div
end

-- The index: a list of "term: #section #section", in alphabetical order, with
-- the section that defines the term first.

-- As terms are sorted and compared: letters, digits and single spaces. What
-- stands in brackets after a term belongs to it, but not to its definition.
local function plain_term(text)
  return (text:lower():gsub("%s*%b()", ""):gsub("’", "'")
    :gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end
local function sorted_as(text)
  return (text:lower():gsub("[%p]", ""):gsub("%s+", " "))
end

local function index_item(content)
  local term, sections = pandoc.List(), pandoc.List()
  for _, inline in ipairs(content) do
    local id = inline.t == "Str" and inline.text:match("^#([^,]+),?$")
    if id then
      sections:insert(id)
    elseif #sections == 0 then
      term:insert(inline)
    elseif inline.t ~= "Space" and inline.t ~= "SoftBreak" then
      return nil
    end
  end
  while #term > 0 and (term[#term].t == "Space" or term[#term].t == "SoftBreak")
  do term:remove() end
  local last = term[#term]
  if #sections == 0 or not last or last.t ~= "Str"
    or not last.text:match("..:$") then
    return nil
  end
  term[#term] = pandoc.Str(last.text:sub(1, -2))
  return term, sections
end

local function index(div)
  local list, before = div.content[1], nil
  if #div.content ~= 1 or list.t ~= "BulletList" then
    fault("index", 'the index is one list of "- term: #section"')
    return div
  end
  for i, item in ipairs(list.content) do
    local said = stringify(item)
    local term, sections = index_item(item[1].content or {})
    if not term or #item > 1 then
      fault("- " .. said, 'index: expected "term: #section", got "%s"', said)
    else
      local text = stringify(term)
      if before and sorted_as(before) >= sorted_as(text) then
        fault("- " .. said, 'index: "%s" stands after "%s"', text, before)
      end
      before = text
      facts.terms[#facts.terms + 1] =
        { text = text, term = plain_term(text), section = sections[1] }
      local inlines = pandoc.List { pandoc.Span(term) }
      for _, id in ipairs(sections) do
        inlines:insert(pandoc.Link("section", "#" .. id))
      end
      list.content[i] = { pandoc.Plain(inlines) }
    end
  end
  return pandoc.Div({ list }, div.attr)
end

-- What stands in italics may be a term that is being defined.
function rules.Emph(emph)
  if source ~= press.source(stem) or not here then return end
  facts.italics[here] = facts.italics[here] or {}
  facts.italics[here][plain_term(stringify(emph))] = true
end

function rules.Div(div)
  if div.classes:includes("exercise") then return exercise(div) end
  if div.classes:includes("index") then return index(div) end
  if div.classes:includes("correction") then return correction(div) end
  if div.classes:includes("predict") and div.identifier ~= "" then
    label(div.identifier, "place", "")
  end
end

-- The book has three formats; raw HTML or TeX would be lost in two of them.
local function raw(element)
  if element.text:match("^<!%-%-") then return {} end
  fault(element.text, 'raw %s: "%s"', element.format, element.text)
end
rules.RawBlock, rules.RawInline = raw, raw
rules.traverse = "topdown"

-- An entry of the bibliography begins with an empty span that has an id.
-- Years and pages are its givens.
local function is_entry(block)
  local first = block.content[1]
  return stem == press.bibliography() and first and first.t == "Span"
    and first.identifier ~= "" and #first.content == 0
end

local function entry(block)
  if is_entry(block) then
    facts.entries[#facts.entries + 1] = block.content[1].identifier
  end
end

-- Digits, before anything is woven.

function check_blocks(blocks)
  local function check(block)
    if not is_entry(block) then check_digits(flat(block.content)) end
  end
  local function check_paragraph(block)
    if is_entry(block) then return end
    local first, list = block.content[1], pandoc.List(block.content)
    if first and first.t == "Image" then
      list = first.caption
    elseif first and first.t == "Math" and flat(list):find("{.*}%s*$") then
      list = { first } -- not the names that follow the formula
    end
    check_digits(flat(list))
  end
  local function check_heading(block)
    check_digits((flat(block.content):gsub("{#.*}", "")))
  end
  blocks:walk { Para = check_paragraph, Plain = check,
    Header = check_heading }
end

-- The words of each section outside the chapters: the front matter and the
-- appendices define without italics.
local function hear(blocks)
  if stem:match("^%d") then return end
  local section
  local function add(block)
    if block.t == "Header" then section = block.identifier end
    if section then
      facts.said[section] = (facts.said[section] or "")
        .. stringify(block):lower() .. "\n"
    end
  end
  blocks:walk { traverse = "topdown", Header = add, Para = add, Plain = add }
end

local function read_allowed()
  local path = "chapters/" .. stem .. ".numbers"
  for _, line in ipairs(press.lines(press.read(path) or "")) do
    local typed, why = line:match("^%s*(%S+)%s*(.*)$")
    if typed and typed:sub(1, 1) ~= "#" then
      if why == "" then
        press.fault(path, line, "%s: expected a reason after the number",
          typed)
      end
      allowed[values.plain(typed)] = line
    end
  end
  return path
end

local function check_allowed(path)
  for _, typed in ipairs(press.sorted(allowed)) do
    if not allowed_used[typed] then
      press.fault(path, allowed[typed],
        "%s is listed, but the text no longer has it", typed)
    end
  end
end

function Pandoc(document)
  stem = stringify(document.meta.stem)
  number = press.number(stem)
  source = press.source(stem)
  if not number then
    press.fault("book.md", stem, "%s: expected a name such as 01-neuron or "
      .. "A-solutions", stem)
    press.stop_if_faulty()
  end
  local path = read_allowed()
  check_blocks(document.blocks)
  local blocks = document.blocks:walk(rules)
  check_allowed(path)
  if stem == "book" then
    facts.title = stringify(document.meta.title or "")
  elseif not facts.title then
    fault(nil, "expected a title, # …, on the first line")
  end
  blocks:walk { Para = entry, Plain = entry }
  hear(blocks)
  press.stop_if_faulty()
  facts.stem, facts.number = stem, number
  press.update("build/weave/" .. stem .. ".facts",
    "return " .. press.serialise(facts) .. "\n")
  return pandoc.Pandoc(blocks, { title = facts.title, stem = stem })
end
