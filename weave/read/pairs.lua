-- ::: {.pairs file=code/NN-name/program.py}: lines of Python, each with the C that does the same, as a list of
-- terms and definitions. Code in a term is a line of the file, and each of its lines stands in one term, in the
-- file's order (blank ones and comments aside); code at the head of a definition stands in the book's C. Spaces
-- do not count, and a … leaves out what stands in the file. Without a file nobody looks at the terms.

local press = require "press"

local piece

local function tidy(text) return (text:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")) end

-- The files of C, each as one line.
local sources = press.once(function()
  return press.glob("code/*/*.[ch]"):map(function(path) return tidy(press.read(path)) end)
end)

-- Whether a file has all parts of the fragment, one behind the other, each of whole words.
local function stands(fragment)
  local parts = pandoc.List()
  for part in (fragment:gsub("%s*…%s*", "\0") .. "\0"):gmatch("(%Z*)%z") do parts:insert(part) end
  return sources():find_if(function(text)
    local at = 1
    return not parts:find_if(function(part)
      local pattern = tidy(part):gsub("%W", "%%%0")
      if part:find("^[%w_]") then pattern = "%f[%w_]" .. pattern end
      if part:find("[%w_]$") then pattern = pattern .. "%f[^%w_]" end
      local _, last = text:find(pattern, at)
      at = (last or 0) + 1
      return not last
    end)
  end)
end

local function codes(inlines)
  local found = pandoc.List()
  inlines:walk { Code = function(code) found:insert(code.text) end }
  return found
end

-- Each piece of code on a line of its own.
local function broken(inlines)
  for i = #inlines - 1, 2, -1 do
    local is_space = inlines[i].t == "Space" or inlines[i].t == "SoftBreak"
    if is_space and inlines[i - 1].t == "Code" and inlines[i + 1].t == "Code" then inlines[i] = pandoc.LineBreak() end
  end
  return inlines
end

local function lines_of(path)
  local text = press.read(path)
  if not text then piece.fault(path, "no file %s", path) end
  return pandoc.List(press.lines(text or "")):map(tidy):filter(function(line) return line:find("^[^#]") end)
end

local function pairs_of(div)
  local list, path = div.content[1], div.attributes.file
  if #div.content ~= 1 or list.t ~= "DefinitionList" then
    piece.fault("pairs", "pairs: expected one list of terms and definitions")
    return nil
  end
  local lines, next_line = path and lines_of(path), 1
  for _, item in ipairs(list.content) do
    for _, code in ipairs(lines and codes(item[1]) or {}) do
      if tidy(code) == lines[next_line] then
        next_line = next_line + 1
      else
        piece.fault(code, 'pairs: "%s", but the next line of %s is "%s"', code, path, lines[next_line] or "(its end)")
        lines = nil -- one is enough
        break
      end
    end
    local first = item[2][1][1]
    for _, code in ipairs(codes(first.content)) do
      if not stands(code) then piece.fault(code, 'pairs: no C of the book has "%s"', code) end
    end
    item[2][1][1] = pandoc.Para(broken(first.content))
    item[1] = broken(item[1])
  end
  if lines and lines[next_line] then
    piece.fault("file=" .. path, 'pairs: this line of %s is missing: "%s"', path, lines[next_line])
  end
  div.attributes.file = nil
  return div
end

return function(blocks, of)
  piece = of
  return blocks:walk { Div = function(div) return div.classes:includes("pairs") and pairs_of(div) or nil end }
end
