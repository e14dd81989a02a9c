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
	source := p.manifest(stack + ".assets.json")[name]
	if source == "" {
		return "", false
	}
	file = beside(from, source)
	return file, p.here(file)
}

// manifest gives the files of a manifest of assets by the names that they are uploaded under, read once; none where it
// cannot be read.
func (p *Project) manifest(name string) map[string]string {
	p.mu.Lock()
	defer p.mu.Unlock()
	files, known := p.manifests[name]
	if !known {
		files = p.readManifest(name)
		p.manifests[name] = files
	}
	return files
}

func (p *Project) readManifest(name string) map[string]string {
	text, err := p.read(name)
	if err != nil {
		return nil
	}
	var manifest struct {
		Files map[string]struct {
			Source       struct{ Path string }
			Destinations map[string]struct{ ObjectKey string }
		}
	}
	if json.Unmarshal([]byte(text), &manifest) != nil {
		return nil
	}
	files := map[string]string{}
	for _, hash := range slices.Backward(slices.Sorted(maps.Keys(manifest.Files))) { // of several the first stays
		f := manifest.Files[hash]
		for _, d := range f.Destinations {
			if f.Source.Path != "" {
				files[path.Base(d.ObjectKey)] = f.Source.Path
			}
		}
	}
	return files
}
