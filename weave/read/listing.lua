-- Promise 1: a listing names a C file and definitions in it, and gets their lines. "code/01-neuron/neuron.c:
-- sigmoid loss"; without names, the file.

local press = require "press"
local c = require "c"

local piece
local printed_of -- by file: its definitions that were printed so far

-- The definition with this name, of several the first not yet printed.
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

local function choose(block, file, names)
  printed_of[file.path] = printed_of[file.path] or {}
  local printed, chosen, taken = printed_of[file.path], {}, {}
  local function take(i)
    if not taken[i] then chosen[#chosen + 1] = i end
    taken[i], printed[i] = true, true
  end
  for name in names:gmatch("%S+") do
    local i = resolve(file, name, printed)
    if i then
      take(i)
    else
      local known = {}
      for _, definition in ipairs(file.definitions) do
        known[#known + 1] = table.concat(definition.names, " ")
      end
      piece.fault(block.text, "listing: %s defines no %s (it defines: %s)", file.path, name,
        table.concat(known, ", "))
    end
  end
  if names == "" then
    for i in ipairs(file.definitions) do take(i) end
  end
  return chosen
end

-- Neighbours are printed as they stand; between strangers a line is left.
local function lines_of(file, chosen)
  local ranges, text = {}, {}
  for _, i in ipairs(chosen) do
    local definition, range = file.definitions[i], ranges[#ranges]
    if range and range.definition == i - 1 then
      range.last, range.definition = definition.last, i
    else
      ranges[#ranges + 1] = { first = definition.first, last = definition.last, definition = i }
    end
  end
  for i, range in ipairs(ranges) do
    if i > 1 then text[#text + 1] = "" end
    table.move(file.lines, range.first, range.last, #text + 1, text)
    ranges[i] = range.first .. "-" .. range.last
  end
  return text, table.concat(ranges, " ")
end

local function listing(block)
  if block.classes[1] ~= "listing" then return nil end
  local path, names = block.text:match("^%s*([^%s:]+):?[ \t]*(.-)%s*$")
  local file = path and not names:find("\n") and c.file(path)
  if not file then
    piece.fault(block.text, 'listing "%s": no file %s (expected ' .. '"FILE: name …")', block.text, path)
    return {}
  end
  local chosen = choose(block, file, names)
  if #chosen == 0 then return {} end
  local text, ranges = lines_of(file, chosen)
  press.check_width(text, path)

  -- Its id is that of its first name; by the others it is found, too.
  local base = "lst-" .. path:match("([^/]+/[^/]+)$"):gsub("%.c$", ""):gsub("/", "-")
  local id = base .. "-" .. (names:match("^%S+") or "")
  if names == "" then id = base .. (path:match("%.c$") or "") end
  local others = {}
  for _, i in ipairs(chosen) do
    for _, name in ipairs(file.definitions[i].names) do
      others[#others + 1] = base .. "-" .. name
    end
  end
  return pandoc.CodeBlock(table.concat(text, "\n"), pandoc.Attr(id, { "listing" }, { file = path,
    ranges = ranges, others = table.concat(others, " ") }))
end

return function(blocks, of)
  piece, printed_of = of, {}
  return blocks:walk { CodeBlock = listing }
end
