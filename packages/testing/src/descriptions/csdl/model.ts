/** A use of a type: `Collection(graph.event)`, its name qualified. */
export interface CsdlUse {
  readonly name: string;
  readonly collection: boolean;
  readonly nullable: boolean;
}

export interface CsdlProperty extends CsdlUse {
  /** True where it leads to other entities, and so is no part of a body unless expanded or created with it. */
  readonly navigation: boolean;
}

export interface CsdlType {
  readonly kind: 'entity' | 'complex';
  readonly base?: string;
  readonly properties: Map<string, CsdlProperty>;
}
export interface CsdlEnum {
  readonly kind: 'enum';
  readonly flags: boolean;
  readonly members: Set<string>;
}

export interface CsdlOperation {
  readonly kind: 'action' | 'function';
  readonly name: string;
  /** What it is called on; undefined where it stands alone. */
  bound?: CsdlUse;
  readonly parameters: Map<string, CsdlUse>;
  returns?: CsdlUse;
}

export class CsdlModel {
  readonly types = new Map<string, CsdlType | CsdlEnum>();
  /** Entity sets and singletons. */
  readonly roots = new Map<string, CsdlUse>();
  readonly operations: CsdlOperation[] = [];
  /** Parameters of a query that are no system options, as `startDateTime`. */
  readonly queryOptions = new Set<string>();

  /** A structured type with everything it is derived from, itself first. */
  lineage(name: string): CsdlType[] {
    const type = this.types.get(name);
    if (!type || type.kind === 'enum') return [];
    return [type, ...(type.base === undefined ? [] : this.lineage(type.base))];
  }

  property(type: string, name: string): CsdlProperty | undefined {
    return this.lineage(type)
      .map(({ properties }) => properties.get(name))
      .find((one) => one !== undefined);
  }

  isDerived(type: string, from: string): boolean {
    if (type === from) return true;
    const declared = this.types.get(type);
    return declared !== undefined && declared.kind !== 'enum' && declared.base !== undefined
      ? this.isDerived(declared.base, from)
      : false;
  }

  /** The operation of this name that can be called on something of this type, or standing alone. */
  operation(name: string, on: CsdlUse): CsdlOperation | undefined {
    return this.operations.find(
      ({ name: own, bound }) =>
        own === name && bound?.collection === on.collection && this.isDerived(on.name, bound.name),
    );
  }
}
