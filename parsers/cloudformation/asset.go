package cloudformation

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"
)

// asset finds the file that the CDK uploads under a name, by the manifest of assets that it writes beside the template
// of each stack: see "Cloud assembly schema", AssetManifest, in the reference of the CDK.
func (p *Project) asset(from, name string) (file string, ok bool) {
	stack, ok := strings.CutSuffix(from, ".template.json")
	if !ok || name == "" {
		return "", false
	}
	text, err := p.read(stack + ".assets.json")
	if err != nil {
		return "", false
	}
	var manifest struct {
		Files map[string]struct {
			Source       struct{ Path string }
			Destinations map[string]struct{ ObjectKey string }
		}
	}
	if json.Unmarshal([]byte(text), &manifest) != nil {
		return "", false
	}
	for _, hash := range slices.Sorted(maps.Keys(manifest.Files)) {
		f := manifest.Files[hash]
		for _, d := range f.Destinations {
			if path.Base(d.ObjectKey) == name && f.Source.Path != "" {
				file = beside(from, f.Source.Path)
				return file, p.here(file)
			}
		}
	}
	return "", false
}
