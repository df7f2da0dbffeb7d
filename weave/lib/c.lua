-- Reads a C file as a reader does: as a list of definitions. A definition is a stretch of lines between blank
-- lines that stand outside all braces, parentheses, comments and #if; a comment belongs to what follows it.

local press = require "press"

local c = {}

local keywords = {}
for word in ([[auto break case const continue default do else enum extern for
  goto if inline register restrict return sizeof static struct switch typedef
  union volatile while _Alignas _Alignof _Atomic _Generic _Noreturn
  _Static_assert _Thread_local]]):gmatch("%S+") do
  keywords[word] = "keyword"
end
for word in ([[bool char double float int long short signed unsigned void
  FILE]]):gmatch("%S+") do
  keywords[word] = "type"
end

-- The text as tokens { kind, text, line, directive }. Together they are the text, byte for byte; `directive`
-- names the # line they stand on.
function c.tokens(text)
  local tokens, at, line, directive = {}, 1, 1, nil
  local function take(kind, last)
    local token = text:sub(at, last)
    tokens[#tokens + 1] = { kind = kind, text = token, line = line, directive = directive }
    local _, breaks = token:gsub("\n", "")
    line, at = line + breaks, last + 1
  end
  local fresh = true -- nothing but blanks so far on this line
  while at <= #text do
    local function match(pattern) return select(2, text:find(pattern, at)) end
    local last = match("^\\\n")
    if last then
      take("space", last)
    elseif match("^%s") then
      last = directive and match("^[ \t]+%f[^ \t\n]") or match("^%s+")
      if text:sub(at, last):find("\n") then directive, fresh = nil, true end
      take("space", last)
    elseif match("^/%*") then
      take("comment", match("^/%*.-%*/") or #text)
    elseif match("^//") then
      take("comment", match("^//[^\n]*"))
    elseif fresh and match("^#") then
      fresh = false
      directive = text:match("^#%s*(%a*)", at)
      take("directive", match("^#%s*%a*"))
    elseif directive == "include" and match("^<[^>\n]*>") then
      take("string", match("^<[^>\n]*>"))
    elseif match('^["\']') then
      fresh = false
      local quote, stop = text:sub(at, at), at + 1
      while stop < #text and text:sub(stop, stop) ~= quote do
        stop = stop + (text:sub(stop, stop) == "\\" and 2 or 1)
      end
      take("string", stop)
    elseif match("^[%a_]") then
      fresh = false
      last = match("^[%w_]+")
      local word = text:sub(at, last)
      take(keywords[word] or word:match("_t$") and "type" or "word", last)
    elseif match("^%.?%d") then
      fresh = false
      last = match("^%.?%d[%w.]*")
      while text:sub(last, last):match("[eEpP]") and text:match("^[+-]%d", last + 1) do
        last = select(2, text:find("^[+-][%w.]*", last + 1))
      end
      take("number", last)
    else
      fresh = false
      take("mark", at)
    end
  end
  return tokens
end

-- Splits the tokens of code (no blanks, comments, directives) into declarations: lists of items, a bracketed
-- group being one item { "(", inner = {…} }.
local function declarations(tokens)
  local closing = { ["("] = ")", ["["] = "]", ["{"] = "}" }
  local at = 1
  local function group(stop)
    local items = {}
    while tokens[at] and tokens[at].text ~= stop do
      local item = { text = tokens[at].text, kind = tokens[at].kind }
      at = at + 1
      if closing[item.text] then item.inner = group(closing[item.text]) end
      items[#items + 1] = item
    end
    at = at + 1
    return items
  end
  local all, current = {}, {}
  for _, item in ipairs(group(nil)) do
    local previous = current[#current]
    current[#current + 1] = item
    if item.text == ";" or item.text == "{" and previous and previous.text == "(" then
      all[#all + 1], current = current, {}
    end
  end
  if #current > 0 then all[#all + 1] = current end
  return all
end

-- The names that one declaration brings into the world.
local function declared(items)
  local names, first = {}, items[1].text
  local function name(text) names[#names + 1] = text end
  local previous, initial
  for i, item in ipairs(items) do
    local before = items[i - 1]
    if item.text == "=" then
      name(previous)
      previous, initial = nil, true
    elseif initial then
      initial = item.text ~= ","
    elseif item.text == "{" and before then
      local kind = items[i - 2] and items[i - 2].text or ""
      if kind == "struct" or kind == "union" or kind == "enum" then
        name(before.text)
      elseif before.text == "enum" then
        local fresh = true
        for _, inner in ipairs(item.inner) do
          if fresh and inner.kind == "word" then name(inner.text) end
          fresh = inner.text == ","
        end
      end
      previous = nil
    elseif item.text == "(" and item.inner[1] and item.inner[1].text == "*" and item.inner[2] then
      name(item.inner[2].text)
      return names
    elseif item.text == "(" and first ~= "typedef" and before and before.text ~= "__attribute__" then
      name(before.text)
      return names
    elseif item.kind == "word" or item.kind == "type" then
      previous = item.text
    elseif (item.text == "," or item.text == ";") and previous then
      name(previous)
      previous = nil
    end
  end
  return names
end

local function chunk_names(tokens)
  local names, code, includes = {}, {}, false
  for i, token in ipairs(tokens) do
    if token.kind == "directive" then
      local word = token.directive
      if word == "include" or word == "pragma" then includes = true end
      if word == "define" then names[#names + 1] = tokens[i + 2].text end
    elseif not token.directive and token.kind ~= "space" and token.kind ~= "comment" then
      code[#code + 1] = token
    end
  end
  if includes then table.insert(names, 1, "includes") end
  for _, declaration in ipairs(declarations(code)) do
    for _, name in ipairs(declared(declaration)) do
      names[#names + 1] = name
    end
  end
  return names, includes and #code == 0, #code == 0 and #names == 0
end

-- The definitions of a file, in order: { names, first, last } (lines).
local function definitions(text)
  local chunks, current, depth = {}, nil, 0
  for _, token in ipairs(c.tokens(text)) do
    if token.kind == "space" then
      if depth == 0 and token.text:find("\n[ \t\r]*\n") then
        current = nil
      elseif current then
        current[#current + 1] = token
      end
    else
      if not current then
        current = { first = token.line }
        chunks[#chunks + 1] = current
      end
      current[#current + 1] = token
      local _, breaks = token.text:gsub("\n", "")
      current.last = token.line + breaks
      if token.kind == "directive" then
        local word = token.directive
        depth = depth + (word:match("^if") and 1 or word == "endif" and -1 or 0)
      elseif not token.directive and token.kind == "mark" then
        depth = depth + (token.text:match("[({%[]") and 1 or token.text:match("[)}%]]") and -1 or 0)
      end
    end
  end
  local list, comment_from = {}, nil
  for i, chunk in ipairs(chunks) do
    local names, only_includes, only_comment = chunk_names(chunk)
    local previous = list[#list]
    if only_comment and i < #chunks then
      comment_from = comment_from or chunk.first
    elseif only_comment and previous then
      previous.last = chunk.last
    elseif only_includes and previous and previous.only_includes and not comment_from then
      previous.last = chunk.last
    else
      list[#list + 1] = { names = names, first = comment_from or chunk.first, last = chunk.last,
        only_includes = only_includes }
      comment_from = nil
    end
  end
  return list
end

-- A file with its lines and definitions, read once; nil if there is none.
local files = {}
function c.file(path)
  if not files[path] then
    local text = press.read(path)
    if not text then return nil end
    files[path] = { path = path, text = text, lines = press.lines(text), definitions = definitions(text) }
  end
  return files[path]
end

-- The lines first..last as { number, { { kind, text } … } }, for colouring.
function c.coloured(text, first)
  local lines = { { number = first } }
  local function add(kind, piece)
    if piece ~= "" then table.insert(lines[#lines], { kind = kind, text = piece }) end
  end
  local depth = 0
  local tokens = c.tokens((text:gsub("\n$", "")))
  for i, token in ipairs(tokens) do
    local kind = token.kind
    if token.text:match("^[{}]$") and not token.directive then
      depth = depth + (token.text == "{" and 1 or -1)
    end
    if kind == "word" and depth == 0 and not token.directive and tokens[i + 1]
      and tokens[i + 1].text == "(" then
      kind = "name"
    end
    for n, piece in ipairs(press.lines(token.text .. "\n")) do
      if n > 1 then lines[#lines + 1] = { number = first + #lines } end
      add(kind, piece)
    end
  end
  return lines
end

return c
