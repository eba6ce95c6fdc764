package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// svgNamespace is the namespace of SVG.
const svgNamespace = "http://www.w3.org/2000/svg"

var (
	errNotSVG  = errors.New("the file is no SVG")
	errEmpty   = errors.New("the picture is empty")
	errTooDeep = errors.New("the SVG is nested too deeply")
)

// mostDepth limits how deeply elements are nested.
const mostDepth = 64

// elements that are kept: those that draw, and load nothing.
var elements = words(`svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
	linearGradient radialGradient stop clipPath mask pattern marker style`)

// attributes that are kept.
var attributes = words(`id class style transform href viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points dx dy
	rotate textLength lengthAdjust offset gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits
	patternUnits patternContentUnits patternTransform markerWidth markerHeight markerUnits refX refY orient
	fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
	opacity color stop-color stop-opacity clip-path clip-rule mask marker-start marker-mid marker-end display visibility overflow
	font-family font-size font-style font-weight letter-spacing word-spacing text-anchor dominant-baseline paint-order vector-effect mix-blend-mode`)

func words(text string) map[string]bool {
	kept := map[string]bool{}
	for _, word := range strings.Fields(text) {
		kept[word] = true
	}
	return kept
}

// vector returns an SVG with what draws in it: neither scripts nor links, nothing from elsewhere, no animations. Declared entities make
// it invalid.
func vector(content []byte) (Picture, error) {
	decoder := xml.NewDecoder(bytes.NewReader(content))
	decoder.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("the character set %q is not supported", charset)
	}
	var kept bytes.Buffer
	picture := Picture{ContentType: SVG}
	skipped, depth := 0, 0 // of an element that is not kept
	isStyle := false
	var style []byte // of the present style element, which is checked as a whole
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Picture{}, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > mostDepth {
				return Picture{}, errTooDeep
			}
			isOther := t.Name.Space != svgNamespace || !elements[t.Name.Local]
			if depth == 1 {
				if isOther || t.Name.Local != "svg" {
					return Picture{}, errNotSVG
				}
				if picture.Width, picture.Height = size(t.Attr); picture.Width == 0 || picture.Height == 0 {
					return Picture{}, errEmpty
				}
			}
			if skipped > 0 || isOther || isStyle { // a style has no elements
				skipped++
				continue
			}
			isStyle, style = t.Name.Local == "style", nil
			writeStart(&kept, t, depth == 1)
		case xml.EndElement:
			depth--
			if skipped > 0 {
				skipped--
				continue
			}
			if isStyle && isHarmless(string(style)) {
				if err := xml.EscapeText(&kept, style); err != nil {
					return Picture{}, err
				}
			}
			isStyle = false
			kept.WriteString("</" + t.Name.Local + ">")
		case xml.CharData:
			switch {
			case skipped > 0 || depth == 0:
			case isStyle:
				style = append(style, t...)
			default:
				if err := xml.EscapeText(&kept, t); err != nil {
					return Picture{}, err
				}
			}
		}
	}
	if kept.Len() == 0 {
		return Picture{}, errNotSVG
	}
	picture.Content = kept.Bytes()
	return picture, nil
}

func writeStart(kept *bytes.Buffer, start xml.StartElement, isRoot bool) {
	kept.WriteString("<" + start.Name.Local)
	if isRoot {
		kept.WriteString(` xmlns="` + svgNamespace + `"`)
	}
	var written []string
	for _, a := range start.Attr {
		name := a.Name.Local
		if !attributes[name] || slices.Contains(written, name) || !isHarmless(a.Value) || name == "href" && !strings.HasPrefix(a.Value, "#") {
			continue
		}
		written = append(written, name)
		kept.WriteString(" " + name + `="`)
		_ = xml.EscapeText(kept, []byte(a.Value)) // a buffer takes everything
		kept.WriteString(`"`)
	}
	kept.WriteString(">")
}

var reference = regexp.MustCompile(`(?i)url\(\s*['"]?(.?)`)

// isHarmless reports whether a value or a style refers to nothing outside of the file. CSS may write letters as escapes.
func isHarmless(value string) bool {
	if strings.ContainsAny(value, `\@`) {
		return false
	}
	for _, found := range reference.FindAllStringSubmatch(value, -1) {
		if found[1] != "#" {
			return false
		}
	}
	return !strings.Contains(strings.ToLower(value), "image-set(") && !strings.Contains(strings.ToLower(value), "src(")
}

// size returns the width and height of an SVG: its own, or else those of its view box; zero if it says neither.
func size(attributes []xml.Attr) (width, height int) {
	for _, a := range attributes {
		switch a.Name.Local {
		case "width":
			width = pixels(a.Value)
		case "height":
			height = pixels(a.Value)
		}
	}
	if width > 0 && height > 0 {
		return width, height
	}
	for _, a := range attributes {
		if a.Name.Local == "viewBox" {
			if parts := strings.FieldsFunc(a.Value, func(c rune) bool { return c == ' ' || c == ',' }); len(parts) == 4 {
				return pixels(parts[2]), pixels(parts[3])
			}
		}
	}
	return 0, 0
}

// pixels returns a length without a unit or in pixels, rounded; zero for others.
func pixels(length string) int {
	const most = 100_000
	value, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(length), "px"), 64)
	if err != nil || value <= 0 || value > most {
		return 0
	}
	return max(1, int(value+0.5))
}
