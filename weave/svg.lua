-- A figure drawn by gnuplot, made part of a page: its ids are its own, its
-- letters are the page's, and its colours follow the page, light or dark.

local press = require "press"
local markup = require "markup"

local svg = {}

-- The colours that the plots use, by the CSS variable that stands for each.
local palette = {
  ["#0072b2"] = "blue", ["#d55e00"] = "vermillion", ["#009e73"] = "green",
  ["#e69f00"] = "orange", ["#56b4e9"] = "sky", ["#cc79a7"] = "purple",
  ["#f0e442"] = "yellow",
}
local names = { black = "currentColor", white = "var(--paper, white)",
  gray = "var(--grey, gray)", grey = "var(--grey, gray)",
  lightgrey = "var(--grey-light, lightgrey)" }

-- Black is the colour of the text and white that of the paper.
local function colour(red, green, blue)
  local hex = ("#%02x%02x%02x"):format(red, green, blue)
  if hex == "#000000" then return names.black end
  if hex == "#ffffff" then return names.white end
  local name = palette[hex]
  if red == green and green == blue then
    name = red < 0x70 and "grey-dark" or red < 0xb8 and "grey"
      or "grey-light"
  end
  return name and ("var(--%s, %s)"):format(name, hex) or hex
end

local function coloured(attribute, value)
  local red, green, blue =
    value:match("^rgb%(%s*(%d+),%s*(%d+),%s*(%d+)%)$")
  if red then
    value = colour(tonumber(red), tonumber(green), tonumber(blue))
  elseif value:match("^#%x%x%x%x%x%x$") then
    value = colour(tonumber(value:sub(2, 3), 16),
      tonumber(value:sub(4, 5), 16), tonumber(value:sub(6, 7), 16))
  end
  return (' %s="%s"'):format(attribute, names[value] or value)
end

function svg.inline(path, prefix, alt)
  local text = press.read(path):gsub("^.-(<svg)", "%1")
    :gsub("<title>.-</title>", ""):gsub("<desc>.-</desc>", "")
  for _, attribute in ipairs { "color", "fill", "stroke", "flood%-color",
    "stop%-color" } do
    text = text:gsub("%s(" .. attribute .. ")%s*=%s*[\"']([^\"']*)[\"']",
      coloured)
  end
  text = text:gsub("%sfont%-family%s*=%s*[\"']([^\"']*)[\"']",
    function(family)
      return family:find("Mono") and ' class="mono"' or ""
    end)
  text = text:gsub("(%sid=['\"])", "%1" .. prefix .. "-")
    :gsub("(url%(['\"]?#)", "%1" .. prefix .. "-")
    :gsub("(xlink:href=['\"]#)", "%1" .. prefix .. "-")
  local width, height = text:match("viewBox=['\"]%S+ %S+ (%S+) ([%d.]+)")
  local open = ('<svg viewBox="0 0 %s %s" role="img" aria-label="%s">')
    :format(width, height, markup.escape(alt))
  text = text:gsub("^<svg.->", function() return open end)
  return (text:gsub("%s*\n%s*", "\n"))
end

return svg
