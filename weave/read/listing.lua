-- Promise 1: a listing names a C file and definitions in it, and gets their lines. "code/01-neuron/neuron.c:
-- sigmoid loss"; without names, the file. What a chapter does not print of its folder, a rest prints.

local press = require "press"
local c = require "c"

local piece
local printed -- the definitions that this piece has printed so far, a set

-- The place in the file of the definition with this name, of several the first not yet printed.
local function resolve(file, name)
  local found
  for i, definition in ipairs(file.definitions) do
    if pandoc.List(definition.names):includes(name) then
      found = i
      if not printed[definition] then break end
    end
  end
  return found
end

-- What the ids of a file's listings begin with.
local function base_of(path)
  return "lst-" .. path:match("([^/]+/[^/]+)$"):gsub("%.c$", ""):gsub("/", "-")
end

local function names_of(definition) return table.concat(definition.names, " ") end

-- The places of the definitions that a listing names.
local function choose(file, names, fault)
  local chosen = pandoc.List()
  local function take(i)
    if not chosen:includes(i) then chosen:insert(i) end
    printed[file.definitions[i]] = true
  end
  if names == "" then
    for i in ipairs(file.definitions) do take(i) end
  end
  for name in names:gmatch("%S+") do
    local i = resolve(file, name)
    if i then
      take(i)
    else
      fault("listing: %s defines no %s (it defines: %s)", file.path, name,
        table.concat(pandoc.List(file.definitions):map(names_of), ", "))
    end
  end
  return chosen
end

-- Their lines, and where these stand. Neighbours are printed as they are; between strangers a line is left.
local function lines_of(file, chosen)
  local lines, ranges = pandoc.List(), pandoc.List()
  for n, i in ipairs(chosen) do
    local definition = file.definitions[i]
    if chosen[n - 1] == i - 1 then
      ranges[#ranges].last = definition.last
    else
      ranges:insert { first = definition.first, last = definition.last }
    end
  end
  for n, range in ipairs(ranges) do
    if n > 1 then lines:insert("") end
    table.move(file.lines, range.first, range.last, #lines + 1, lines)
  end
  return lines, ranges:map(function(range) return range.first .. "-" .. range.last end)
end

-- "FILE: name …"
local function file_and_names(text)
  local path, names = text:match("^%s*([^%s:]+):?[ \t]*(.-)%s*$")
  return path, names
end

-- The block that prints these definitions, with an id to find it by.
local function print_out(file, chosen, id, classes)
  local lines, ranges = lines_of(file, chosen)
  press.check_width(lines, file.path)
  local base = base_of(file.path)
  local others = chosen:map(function(i) return (names_of(file.definitions[i]):gsub("%S+", base .. "-%0")) end)
  return pandoc.CodeBlock(table.concat(lines, "\n"), pandoc.Attr(id, classes,
    { file = file.path, ranges = table.concat(ranges, " "), others = table.concat(others, " ") }))
end

local codes = {}

function codes.listing(block)
  local path, names = file_and_names(block.text)
  local file = path and not names:find("\n") and c.file(path)
  if not file then
    piece.fault(block.text, 'listing "%s": no file %s (expected "FILE: name …")', block.text, path)
    return {}
  end
  local chosen = choose(file, names, function(...) piece.fault(block.text, ...) end)
  if #chosen == 0 then return {} end
  -- Its id is that of its first name; by the others it is found, too.
  local first = names:match("^%S+")
  local id = first and base_of(path) .. "-" .. first or base_of(path) .. (path:match("%.c$") or "")
  return print_out(file, chosen, id, { "listing" })
end

-- Headers first, and the file with main last, as one would read them.
local function files_of(room)
  local function rank(path)
    return (path:match("%.h$") and "1" or path:match("/main%.c$") and "3" or "2") .. path
  end
  local files = press.glob(press.quote(room) .. "/*.[ch]")
  files:sort(function(a, b) return rank(a) < rank(b) end)
  return files
end

-- What the chapter of this name prints is read off its source; whether it is right, the chapter is told.
function codes.rest(block)
  local room = block.text:match("^%s*(code/%S+)%s*$")
  local files, blocks = room and files_of(room) or {}, pandoc.Blocks {}
  if #files == 0 then
    piece.fault(block.text, 'rest "%s": expected a folder of code, as code/01-neuron', block.text)
  end
  local chapter = room and press.read(room:gsub("^code", "chapters") .. ".md") or ""
  for text in ("\n" .. chapter):gmatch("\n```listing\n(.-)\n```") do
    local path, names = file_and_names(text)
    local file = path and c.file(path)
    if file then choose(file, names, function() end) end
  end
  for _, path in ipairs(files) do
    local file, left = c.file(path), pandoc.List()
    for i, definition in ipairs(file.definitions) do
      if not printed[definition] then left:insert(i) end
    end
    if #left > 0 then
      local code = print_out(file, left, base_of(path) .. "-rest", { "listing", "rest" })
      blocks:insert(pandoc.Div({ code }, pandoc.Attr("", { "rest" }, { file = path })))
    end
  end
  return blocks
end

local function code_block(block)
  local how = codes[block.classes[1]]
  return how and how(block)
end

return function(blocks, of)
  piece, printed = of, {}
  return blocks:walk { CodeBlock = code_block }
end
