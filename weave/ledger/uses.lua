-- Promises 5 to 8, as far as the whole book goes, and its last pages: is what is there used, and is what is
-- used there? (Some ways weave and bind look.)

local press = require "press"
local values = require "values"

local uses = {}
local pieces = press.pieces():map(press.facts) -- what they told when they were woven

-- How many there are of what they count or list.
function uses.total(key)
  local sum = 0
  for _, piece in ipairs(pieces) do sum = sum + (tonumber(piece[key]) or #piece[key]) end
  return sum
end

-- What they list, each with its place. `name` finds both, of an item that is not its own name or has a better
-- place than its file.
local function collect(key, name)
  local found = {}
  for _, piece in ipairs(pieces) do
    for at, item in pairs(piece[key]) do
      local known_as, place = (name or tostring)(item, at, piece)
      if known_as then found[known_as] = place or press.source(piece.stem) end
    end
  end
  return found
end

local function by_key(item, key) return key, item end

-- Of two such sets. A fault tells the place and the item, and where there is none to tell, that way is not
-- looked at.
local function both_ways(fault, there, used, idle, missing)
  for _, way in ipairs { { there, used, idle }, { used, there, missing } } do
    for _, item in ipairs(way[3] and press.sorted(way[1]) or {}) do
      if not way[2][item] then fault(way[3], way[1][item], item) end
    end
  end
end

-- The files that match and hold certain words, as one text.
local function text_of(pattern, words)
  return table.concat(press.glob(pattern):map(press.read):filter(function(text)
    return text:find(words, 1, true)
  end), "\n")
end

-- A text as the pattern of itself.
local function literal(text) return (text:gsub("%W", "%%%0")) end

-- A value is used by the text, or by a figure that names its run, too; a run that keeps none, by a figure.
function uses.values(fault)
  local quoted = collect("values", by_key)
  for _, stem in ipairs(press.book().chapters) do
    local room, there, used = "plots/" .. stem .. "/", {}, {}
    for run, names in pairs(values.kept(stem)) do
      local scripts = text_of(room .. "*.gp", run)
      for name in pairs(next(names) and names or { [run] = false }) do
        local value = run .. "." .. name
        local item = names[name] and "the value " .. value .. " is kept, but neither text nor figure uses it"
          or "nothing uses the run " .. run
        there[item] = run == "measure" and "code/measure/" .. stem .. ".c" or room .. "runs"
        used[item] = quoted[stem .. "/" .. value] or scripts:find("%f[%w_.]" .. literal(name) .. "%f[^%w_.]")
      end
    end
    both_ways(fault, there, used, "%s: %s")
  end
  return { quoted = #press.sorted(quoted) }
end

-- A number is listed where it stands, and nowhere else.
function uses.given(fault)
  both_ways(fault, collect("listed", by_key), collect("stand", by_key),
    "%s: %s is listed, but does not stand there")
end

function uses.figures(fault)
  local there = {}
  for _, path in ipairs(press.glob("plots/*/*.gp")) do
    there[path] = not path:match("/style%.gp$") and path or nil
  end
  both_ways(fault, there, collect("figures"), "%s: no chapter shows this figure")
end

function uses.formulas(fault)
  local suites, named, tested = text_of("tests/*/*.c tests/*.c", ""), {}, {}
  local there = collect("tests", function(test)
    local name = test.name
    local defined = suites:find("void%s+" .. name .. "%s*%(%s*void%s*%*%*")
    local item = ("the formula names the test %s, which %s"):format(name,
      defined and "is defined but never run" or "no file in tests/ defines")
    named[name] = true
    tested[item] = defined and suites:find("cmocka_unit_test[%w_]*%(%s*" .. name .. "%f[^%w_]")
    return item, test.source
  end)
  both_ways(fault, there, tested, "%s: %s")
  return { named = #press.sorted(named) }
end

function uses.exercises(fault)
  local asked = collect("exercises", function(id, _, part)
    return ("code/%s/exercises/%s/"):format(part.stem, id)
  end)
  for _, path in ipairs(press.glob("code/*/exercises/[0-9]*/")) do
    if not asked[path] then fault("%s: the chapter has no exercise %s", path, path:match("([^/]+)/$")) end
  end
end

-- As many as the preface counts stand in an appendix, and notes tell them.
function uses.corrections(fault, errors)
  local entries, counted = collect("corrections"), {}
  local _, appendix = next(entries)
  for i = 1, errors do counted[tostring(i)] = appendix or "book.md" end
  both_ways(fault, counted, entries, "%s: correction %s is missing",
    "%s: correction %s, but the preface counts " .. errors)
  local noted = collect("labels", function(label) return label.kind == "erratum" and label.number end)
  both_ways(fault, entries, noted, "%s: no note of a chapter tells correction %s",
    "%s: a note tells correction %s, and no entry lists it")
end

-- In italics in the section that the index names, or, outside the chapters, in its text.
function uses.terms(fault)
  local italics, said, defined = collect("italics", by_key), collect("said", by_key), {}
  local there = collect("terms", function(entry)
    local term, section = entry.term, entry.section
    local words, text = italics[section] or {}, said[section] or ""
    local item = ('"%s" does not stand in italics in #%s'):format(entry.text, section)
    defined[item] = words[term] or words[term .. "s"] or text:find("%f[%w]" .. literal(term) .. "s?%f[%W]")
    return item
  end)
  both_ways(fault, there, defined, "%s: %s")
end

function uses.sources(fault)
  local cited = collect("links", function(link) return link.id end)
  both_ways(fault, collect("entries"), cited, "%s: the source %s is cited nowhere")
end

return uses
