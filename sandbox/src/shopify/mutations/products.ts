import { done, newId, userError, type Context } from '../context.ts';
import { idOf, type Product } from '../model.ts';
import { shopView } from '../queries.ts';
import { productView, variantView } from '../views/product.ts';
import { metafieldsOf, type MetafieldInput } from './metafields.ts';
import { unique } from './orders.ts';

interface ProductInput {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly descriptionHtml?: string | null;
  readonly vendor?: string | null;
  readonly productType?: string | null;
  readonly status?: string | null;
  readonly tags?: readonly string[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}

interface VariantInput {
  readonly id?: string | null;
  readonly price?: string | null;
  readonly barcode?: string | null;
}

/** What can be done with products. */
export const productMutations = {
  productCreate({ product: input }: { product?: ProductInput | null }, context: Context) {
    const failed = (field: string, message: string) => ({
      product: null,
      shop: shopView(context.shop),
      ...userError(field, message),
    });
    if (!input?.title?.trim()) return failed('title', "Title can't be blank");
    if (input.title.length > 255) return failed('title', 'Title is too long (maximum is 255 characters)');
    const handle = input.handle ?? input.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const itemId = newId(context);
    const product: Product = {
      id: newId(context),
      createdAt: context.now,
      updatedAt: context.now,
      metafields: metafieldsOf(context, input.metafields),
      title: input.title,
      handle: context.shop.products.some((one) => one.handle === handle) ? `${handle}-${itemId}` : handle,
      descriptionHtml: input.descriptionHtml ?? '',
      vendor: input.vendor || context.shop.title,
      productType: input.productType ?? '',
      tags: unique(input.tags ?? []),
      status: input.status ?? 'ACTIVE',
      variants: [
        { id: newId(context), itemId, title: 'Default Title', sku: null, barcode: null, price: '0.00', tracked: false },
      ],
    };
    context.shop.products.push(product);
    return { product: productView(context, product), shop: shopView(context.shop), ...done };
  },

  productUpdate({ product: input }: { product?: ProductInput | null }, context: Context) {
    const product = context.shop.products.find(({ id }) => id === idOf('Product', input?.id ?? ''));
    if (!input || !product) return { product: null, ...userError('id', 'Product does not exist') };
    if (input.title !== undefined && !input.title?.trim())
      return { product: null, ...userError('title', "Title can't be blank") };
    const { title, handle, descriptionHtml, vendor, productType, status, tags } = input;
    const given = { title, handle, descriptionHtml, vendor, productType, status, tags: tags && unique(tags) };
    const named = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
    Object.assign(product, Object.fromEntries(named), { updatedAt: context.now });
    Object.assign(product.metafields, metafieldsOf(context, input.metafields));
    return { product: productView(context, product), ...done };
  },

  productDelete({ input: { id } }: { input: { id: string } }, context: Context) {
    const { shop } = context;
    const found = shop.products.find((product) => product.id === idOf('Product', id));
    if (!found) return { deletedProductId: null, shop: shopView(shop), ...userError('id', 'Product does not exist') };
    shop.products = shop.products.filter((product) => product !== found);
    const items = new Set(found.variants.map(({ itemId }) => itemId));
    shop.levels = shop.levels.filter(({ itemId }) => !items.has(itemId));
    return { deletedProductId: id, shop: shopView(shop), ...done };
  },

  productVariantsBulkUpdate(
    { productId, variants }: { productId: string; variants: readonly VariantInput[] },
    context: Context,
  ) {
    const failed = (field: string, message: string, code: string) => ({
      product: null,
      productVariants: null,
      ...userError(field, message, code),
    });
    const product = context.shop.products.find(({ id }) => id === idOf('Product', productId));
    if (!product) return failed('productId', 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST');
    const chosen = variants.map(({ id }) =>
      product.variants.find((one) => one.id === idOf('ProductVariant', id ?? '')),
    );
    const missing = chosen.findIndex((variant) => !variant);
    if (missing >= 0)
      return failed(`variants.${missing}.id`, 'Product variant does not exist', 'PRODUCT_VARIANT_DOES_NOT_EXIST');
    const wrong = variants.findIndex(({ price }) => price && !/^\d+(\.\d+)?$/.test(price));
    if (wrong >= 0) return failed(`variants.${wrong}.price`, 'Price is invalid', 'INVALID_VALUE');
    for (const [at, { price, barcode }] of variants.entries()) {
      const variant = chosen[at]!;
      if (price) variant.price = Number(price).toFixed(2);
      if (barcode !== undefined) variant.barcode = barcode;
    }
    product.updatedAt = context.now;
    return {
      product: productView(context, product),
      productVariants: chosen.map((variant) => variantView(context, product, variant!)),
      ...done,
    };
  },
};
