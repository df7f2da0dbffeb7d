-- What the template of a page prints around the text: title, menus, the pages before and after.

local press = require "press"
local labels = require "labels"

local function inlines(text) return pandoc.MetaInlines { pandoc.Str(text) } end

local function title_of(part)
  return part.stem == "book" and "Title and front matter" or part.title
end

local function sections(part, page)
  local list = pandoc.MetaList {}
  for i, section in ipairs(part.sections) do
    list[i] = { href = page .. "#" .. section.id, number = section.number, title = inlines(section.title) }
  end
  return list
end

return function(document, given)
  local here, meta = given.part, {}
  local function neighbour(i)
    local part = labels.parts()[i]
    return part and { href = press.page(part.stem), title = inlines(title_of(part)),
      name = labels.part_name(part) }
  end
  for key, value in pairs(labels.book()) do
    meta[key] = type(value) == "string" and inlines(value) or value
  end
  local title = labels.book().title
  local front = here.stem == "book"
  meta.book, meta.heading = inlines(title), inlines(here.title)
  meta.pagetitle = inlines((front and "" or here.title .. " · ") .. title)
  meta.kicker, meta.front = labels.part_name(here), front
  meta.parts, meta.contents = pandoc.MetaList {}, pandoc.MetaList {}
  for i, part in ipairs(labels.parts()) do
    local page = press.page(part.stem)
    local function entry(current, list)
      return { href = page, title = inlines(title_of(part)), number = part.stem ~= "book" and part.number
        or nil, current = current or nil, sections = list or nil }
    end
    meta.parts[i] = entry(part == here, part == here and sections(part, ""))
    if front and i > 1 then meta.contents[i - 1] = entry(false, sections(part, page)) end
  end
  if not front then meta.sections = sections(here, "") end
  meta.previous = neighbour(given.index - 1)
  meta.next = neighbour(given.index + 1)
  meta.depends = press.out .. "/book/" .. press.page(here.stem)
  document.meta = meta
  return document
end
