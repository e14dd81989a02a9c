package main

import (
	"context"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
	"github.com/zclconf/go-cty/cty/msgpack"
)

// provider answers what a plan without a refresh asks; the embedded interface is nil, for the rest is never asked.
type provider struct {
	tfprotov6.ProviderServer
	config          *tfprotov6.Schema
	resources, data map[string]*tfprotov6.Schema
	region          string // "xx-zone-1" unless the configuration says another
}

func newProvider(name, file string) (*provider, error) {
	d, err := readDescription(file)
	if err != nil {
		return nil, err
	}
	p := &provider{region: "xx-zone-1", config: d.ofProvider(name), resources: map[string]*tfprotov6.Schema{}, data: map[string]*tfprotov6.Schema{}}
	for t, b := range d.Resources {
		p.resources[t] = d.ofResource(b)
	}
	for t, b := range d.Data {
		p.data[t] = d.ofData(b)
	}
	return p, nil
}

func (p *provider) GetMetadata(context.Context, *tfprotov6.GetMetadataRequest) (*tfprotov6.GetMetadataResponse, error) {
	out := &tfprotov6.GetMetadataResponse{}
	for t := range p.resources {
		out.Resources = append(out.Resources, tfprotov6.ResourceMetadata{TypeName: t})
	}
	for t := range p.data {
		out.DataSources = append(out.DataSources, tfprotov6.DataSourceMetadata{TypeName: t})
	}
	return out, nil
}

func (p *provider) GetProviderSchema(context.Context, *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	return &tfprotov6.GetProviderSchemaResponse{Provider: p.config, ProviderMeta: anyMeta, ResourceSchemas: p.resources, DataSourceSchemas: p.data}, nil
}

// anyMeta lets modules tell of themselves in a provider_meta block.
var anyMeta = &tfprotov6.Schema{Block: ofBlock([]string{"user_agent", "module_name"}, nil)}

func (p *provider) GetResourceIdentitySchemas(context.Context, *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	return &tfprotov6.GetResourceIdentitySchemasResponse{}, nil
}

func (p *provider) ValidateProviderConfig(_ context.Context, r *tfprotov6.ValidateProviderConfigRequest) (*tfprotov6.ValidateProviderConfigResponse, error) {
	return &tfprotov6.ValidateProviderConfigResponse{PreparedConfig: r.Config}, nil
}

func (p *provider) ConfigureProvider(_ context.Context, r *tfprotov6.ConfigureProviderRequest) (*tfprotov6.ConfigureProviderResponse, error) {
	v, err := msgpack.Unmarshal(r.Config.MsgPack, typeOf(p.config.Block))
	if err != nil {
		return nil, err
	}
	if v.Type().HasAttribute("region") {
		if region := v.GetAttr("region"); region.IsKnown() && !region.IsNull() && region.Type() == cty.String {
			p.region = region.AsString()
		}
	}
	return &tfprotov6.ConfigureProviderResponse{}, nil
}

func (p *provider) StopProvider(context.Context, *tfprotov6.StopProviderRequest) (*tfprotov6.StopProviderResponse, error) {
	return &tfprotov6.StopProviderResponse{}, nil
}

func (p *provider) ValidateResourceConfig(context.Context, *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return &tfprotov6.ValidateResourceConfigResponse{}, nil
}

func (p *provider) ValidateDataResourceConfig(context.Context, *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	return &tfprotov6.ValidateDataResourceConfigResponse{}, nil
}

// UpgradeResourceState takes what a state has of a resource: plain JSON, in which what is missing is null.
func (p *provider) UpgradeResourceState(_ context.Context, r *tfprotov6.UpgradeResourceStateRequest) (*tfprotov6.UpgradeResourceStateResponse, error) {
	held, err := ctyjson.ImpliedType(r.RawState.JSON)
	if err != nil {
		return nil, err
	}
	v, err := ctyjson.Unmarshal(r.RawState.JSON, held)
	if err != nil {
		return nil, err
	}
	t := typeOf(p.resources[r.TypeName].Block)
	attributes := map[string]cty.Value{}
	for name, at := range t.AttributeTypes() {
		attributes[name] = cty.NullVal(at)
		if held.HasAttribute(name) {
			attributes[name] = v.GetAttr(name)
		}
	}
	raw, err := msgpack.Marshal(cty.ObjectVal(attributes), t)
	return &tfprotov6.UpgradeResourceStateResponse{UpgradedState: &tfprotov6.DynamicValue{MsgPack: raw}}, err
}

// PlanResourceChange leaves what the configuration sets and makes the rest unknown.
func (p *provider) PlanResourceChange(_ context.Context, r *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	v, err := complete(p.resources[r.TypeName], r.ProposedNewState, func(a *tfprotov6.SchemaAttribute) cty.Value {
		switch {
		case !a.Computed:
			return cty.NullVal(cty.DynamicPseudoType)
		case a.Type.Is(tftypes.String):
			return cty.UnknownVal(cty.String)
		}
		return cty.DynamicVal
	})
	return &tfprotov6.PlanResourceChangeResponse{PlannedState: v}, err
}

// ReadDataSource leaves what the configuration sets and makes up the rest.
func (p *provider) ReadDataSource(_ context.Context, r *tfprotov6.ReadDataSourceRequest) (*tfprotov6.ReadDataSourceResponse, error) {
	v, err := complete(p.data[r.TypeName], r.Config, func(a *tfprotov6.SchemaAttribute) cty.Value {
		if a.Name == "id" { // what is asked for differently is another
			return cty.StringVal(fmt.Sprintf("made-%08x", crc32.ChecksumIEEE(r.Config.MsgPack)))
		}
		return p.made(r.TypeName, a.Name)
	})
	return &tfprotov6.ReadDataSourceResponse{State: v}, err
}

// complete fills in the attributes that are null, and takes away those that are only written.
func complete(s *tfprotov6.Schema, in *tfprotov6.DynamicValue, fill func(*tfprotov6.SchemaAttribute) cty.Value) (*tfprotov6.DynamicValue, error) {
	t := typeOf(s.Block)
	v, err := msgpack.Unmarshal(in.MsgPack, t)
	if err != nil {
		return nil, err
	}
	if !v.IsNull() {
		attributes := v.AsValueMap()
		for _, a := range s.Block.Attributes {
			switch {
			case a.WriteOnly: // nobody gets it back
				attributes[a.Name] = cty.NullVal(cty.DynamicPseudoType)
			case attributes[a.Name].IsNull():
				attributes[a.Name] = fill(a)
			}
		}
		v = cty.ObjectVal(attributes)
	}
	raw, err := msgpack.Marshal(v, t)
	return &tfprotov6.DynamicValue{MsgPack: raw}, err
}

// zones are how many Availability Zones an account has in a region, where they are not three.
var zones = map[string]int{"us-east-1": 6, "us-west-2": 4, "us-west-1": 2, "ap-northeast-2": 4}

// plurals are the attributes that are lists of texts, whatever the data source.
var plurals = []string{"names", "ids", "arns", "zone_ids", "group_names", "cidr_blocks", "availability_zones", "locations", "instance_types", "keys", "accounts"}

// made is a value of the shape that data sources have for an attribute of that name.
func (p *provider) made(source, attribute string) cty.Value {
	switch {
	case source == "aws_availability_zones" && attribute == "names":
		names := []string{p.region + "a", p.region + "b", p.region + "c", p.region + "d", p.region + "e", p.region + "f"}
		if n, ok := zones[p.region]; ok {
			return texts(names[:n]...)
		}
		return texts(names[:3]...)
	case attribute == "availability_zone":
		return cty.StringVal(p.region + "a")
	case source == "aws_region" && (attribute == "name" || attribute == "id" || attribute == "region"):
		return cty.StringVal(p.region)
	case source == "aws_partition" && (attribute == "partition" || attribute == "id"):
		return cty.StringVal("aws")
	case source == "external" && attribute == "result":
		return cty.MapVal(map[string]cty.Value{"made": cty.StringVal("made-up")})
	case slices.Contains(plurals, attribute), strings.HasSuffix(attribute, "_ids"):
		return texts("made-1", "made-2", "made-3")
	case attribute == "json", strings.HasSuffix(attribute, "policy"):
		return cty.StringVal("{}")
	}
	return cty.StringVal("made-" + attribute)
}

func texts(all ...string) cty.Value {
	out := make([]cty.Value, len(all))
	for i, t := range all {
		out[i] = cty.StringVal(t)
	}
	return cty.ListVal(out)
}
