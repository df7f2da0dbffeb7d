-- Promise 5, second half: a number that stands in the text as typed is listed in chapters/NN.numbers for the
-- places where it may stand, as "PLACE … NUMBER … : REASON". A place is the id of the chapter, of a section
-- or of an exercise with its hint and solution. With the reason "proved", the exercise's C must have it.
-- (That a number stands where it is listed, only the ledger sees: an exercise is read in two pieces.)

local press = require "press"
local c = require "c"
local flat = require "flat"
local typed = require "typed"
local values = require "values"

local piece

-- Whether the C of an exercise has the number: as it is or, from three digits on, as one that rounds to it.
-- What a wrong answer on file has in it proves nothing.
local function is_proved(number, place)
  local folder = ("code/%s/exercises/%s/"):format(piece.stem, place:gsub("^ex%-", ""))
  local digits = number:gsub("e.*", ""):gsub("%D", ""):gsub("^0+", "")
  local may_round = #digits >= 3 and number:find("%.")
  local code = (press.read(folder .. "test.c") or "") .. "\n" .. (press.read(folder .. "solution.c") or "")
  for _, token in ipairs(c.tokens(code)) do
    local found = token.kind == "number" and tonumber((token.text:gsub("[fFlLuU]+$", "")))
    if found then
      local want, have = values.rounded(found, number)
      if found == tonumber(number) or may_round and want == have then return true end
    end
  end
  return false
end

-- What may stand where, as a set: "0.5 for ex-2.4", each with its line.
local function read_list()
  local path, listed = "chapters/" .. piece.stem .. ".numbers", {}
  local function add(where, number, place, reason)
    local item = number .. " for " .. place
    if listed[item] then press.fault(where, nil, "%s is listed twice", item) end
    listed[item] = where
    local looks = piece.aids == (place:find("^ex%-") ~= nil) -- or the other piece does
    if reason == "proved" and looks and not is_proved(number, place) then
      press.fault(where, nil, "%s is not proved: no C of %s has it", number, place)
    end
  end
  for i, line in ipairs(press.lines(press.read(path) or "")) do
    local head, reason = line:match("^%s*(.-)%s+:%s+(.*%S)")
    local places, numbers = {}, {}
    for word in (head or ""):gmatch("%S+") do table.insert(values.parse(word) and numbers or places, word) end
    if line:match("^%s*[^#%s]") and (#places == 0 or #numbers == 0) then
      press.fault(path .. ":" .. i, nil, 'expected "PLACE … NUMBER … : REASON", got "%s"', line)
    end
    for _, place in ipairs(places) do
      for _, number in ipairs(numbers) do add(path .. ":" .. i, typed.plain(number), place, reason) end
    end
  end
  return listed
end

-- The first line of the source, from `place` on, of which `reader` reads `what`.
local function line_of(place, reader, what)
  local source = piece.source
  local text = press.read(source)
  local passed = not text:find("#" .. place, 1, true)
  for i, line in ipairs(press.lines(text)) do
    passed = passed or line:find("#" .. place, 1, true)
    if passed and pandoc.List(reader(values.without(line))):includes(what) then return source .. ":" .. i end
  end
  return source
end

local function check_text(text, place)
  local said = text:gsub("[\1\2]", "`"):gsub("%s+", " ")
  said = said:sub(1, (utf8.offset(said, 71) or 0) - 1)
  for _, number in ipairs(typed.digits((text:gsub("#%S+", " ")))) do -- ids in the index are none
    local item = number .. " for " .. place
    piece.numbers, piece.stand[item] = piece.numbers + 1, true
    if not piece.listed[item] then
      press.fault(line_of(place, typed.digits, number), nil, 'the number %s is typed, not computed, in "%s"; '
        .. "name the value, or list %s in chapters/%s.numbers", number, said, item, piece.stem)
    end
  end
  for _, count in ipairs(typed.words(text)) do
    press.fault(line_of(place, typed.words, count), nil,
      'the count "%s" is in words, which no program checks, in "%s"; write a value', count, said)
  end
end

local function check_blocks(blocks, place)
  local function check(block)
    local first = block.content[1] or {}
    -- An entry of the bibliography begins with its id; years and pages are its givens.
    if first.t == "Span" and first.identifier ~= "" and press.is_bibliography(piece.stem) then return end
    -- What stands behind a formula are its attributes.
    check_text(flat(first.mathtype == "DisplayMath" and { first } or block.content), place)
  end
  local function exercise(div)
    if not div.classes:includes("exercise") then return nil end
    check_text(div.attributes.title or "", div.identifier)
    check_blocks(div.content, div.identifier)
    return div, false
  end
  local function heading(header)
    if header.identifier ~= "" then place = header.identifier end
    check(header)
  end
  blocks:walk { traverse = "topdown", Header = heading, Div = exercise, Para = check, Plain = check }
end

return function(blocks, of)
  piece = of
  if not piece.listed then piece.listed, piece.stand, piece.numbers = read_list(), {}, 0 end
  check_blocks(blocks, piece.aids and "ex-" .. piece.exercise or piece.stem)
  return blocks
end
