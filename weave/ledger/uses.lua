-- Promises 5 to 8, as far as the whole book goes, and its last pages. (That
-- what the text names is there, weave and bind have mostly seen.)

local press = require "press"
local values = require "values"
local facts = require "ledger.facts"

local uses = {}

-- The files that match, as one text; only those that hold certain words.
local function text_of(pattern, words)
  local texts = {}
  for _, path in ipairs(press.glob(pattern)) do
    local text = press.read(path)
    if text:find(words or "", 1, true) then texts[#texts + 1] = text end
  end
  return table.concat(texts, "\n")
end

-- Used is what the text quotes or a figure that names the run, and a run that
-- keeps no value if a figure draws what it wrote.
function uses.values(fault)
  local quoted = facts.collect("values", function(_, name) return name end)
  for _, stem in ipairs(press.book().chapters) do
    local there, used, idle = {}, {}, {}
    for run, names in pairs(values.kept(stem)) do
      local place = "plots/" .. stem .. "/"
        .. (run == "measure" and "measure.c" or "runs")
      local scripts = text_of("plots/" .. stem .. "/*.gp", run)
      local function is_drawn(name)
        return scripts:find("%f[%w_.]" .. name:gsub("%W", "%%%0")
          .. "%f[^%w_.]")
      end
      if not next(names) and not is_drawn(run) then idle[run] = place end
      for name in pairs(names) do
        local value = run .. "." .. name
        there[value] = place
        used[value] = quoted[stem .. "/" .. value] or is_drawn(name)
      end
    end
    facts.both_ways(fault, there, used, "%s: the value %s is kept, but "
      .. "neither text nor figure uses it")
    facts.both_ways(fault, idle, {}, "%s: nothing uses the run %s")
  end
  return { quoted = #press.sorted(quoted) }
end

-- A number is listed where it stands, and nowhere else.
function uses.given(fault)
  local function item(where, name) return name, where end
  facts.both_ways(fault, facts.collect("listed", item),
    facts.collect("stand", item), "%s: %s is listed, but does not stand there")
end

function uses.figures(fault)
  local shown = facts.collect("figures")
  for _, path in ipairs(press.glob("plots/*/*.gp")) do
    if not shown[path] and not path:match("/style%.gp$") then
      fault("%s: no chapter shows this figure", path)
    end
  end
end

function uses.formulas(fault)
  local suites = text_of("tests/*/*.c tests/*.c")
  local named = facts.collect("tests", function(test)
    return test.name, test.source
  end)
  for _, name in ipairs(press.sorted(named)) do
    local defined = suites:find("void%s+" .. name .. "%s*%(%s*void%s*%*%*")
    if not defined or not suites:find("cmocka_unit_test[%w_]*%(%s*" .. name
      .. "%f[^%w_]") then
      fault("%s: the formula names the test %s, which %s", named[name], name,
        defined and "is defined but never run"
        or "no file in tests/ defines")
    end
  end
  return { named = #press.sorted(named) }
end

function uses.exercises(fault)
  local asked = facts.collect("exercises", function(id, _, part)
    return ("code/%s/exercises/%s/"):format(part.stem, id)
  end)
  for _, path in ipairs(press.glob("code/*/exercises/[0-9]*/")) do
    if not asked[path] then
      fault("%s: the chapter has no exercise %s", path, path:match("([^/]+)/$"))
    end
  end
end

-- As many as the preface counts stand in an appendix, and notes tell them.
function uses.corrections(fault, errors)
  local entries, counted = facts.collect("corrections"), {}
  local _, appendix = next(entries)
  for i = 1, errors do counted[tostring(i)] = appendix or "book.md" end
  facts.both_ways(fault, counted, entries, "%s: correction %s is missing",
    "%s: correction %s, but the preface counts " .. errors)
  facts.both_ways(fault, entries, facts.collect("labels", function(label)
    return label.kind == "erratum" and label.number
  end), "%s: no note of a chapter tells correction %s",
    "%s: a note tells correction %s, and no entry lists it")
end

-- In italics in the section that the index names, or, outside the chapters,
-- in its text.
local function is_defined(term, section)
  for _, piece in ipairs(facts.pieces) do
    local italics = piece.italics[section] or {}
    if italics[term] or italics[term .. "s"] or (piece.said[section] or "")
      :find("%f[%w]" .. term:gsub("%W", "%%%0") .. "s?%f[%W]") then
      return true
    end
  end
end

function uses.terms(fault)
  for _, piece in ipairs(facts.pieces) do
    for _, term in ipairs(piece.terms) do
      if not is_defined(term.term, term.section) then
        fault('%s: "%s" does not stand in italics in #%s', piece.source,
          term.text, term.section)
      end
    end
  end
end

function uses.sources(fault)
  local cited = facts.collect("links", function(link) return link.id end)
  facts.both_ways(fault, facts.collect("entries"), cited,
    "%s: the source %s is cited nowhere")
end

return uses
