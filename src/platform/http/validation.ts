import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError, type ValidatorOptions } from 'class-validator';
import { DomainError, type FieldError } from '../errors/domain-error.js';
import { requireBounded, type Roomy } from './bounded.js';

const words: Record<string, { vi: string; en: string }> = {
  isString: { vi: 'Phải là chữ.', en: 'Must be text.' },
  isLength: { vi: 'Độ dài không đúng.', en: 'Wrong length.' },
  isIn: { vi: 'Không thuộc danh sách cho phép.', en: 'Not one of the allowed values.' },
  isInt: { vi: 'Phải là số nguyên.', en: 'Must be a whole number.' },
  isNumber: { vi: 'Phải là số.', en: 'Must be a number.' },
  min: { vi: 'Nhỏ hơn mức cho phép.', en: 'Below the minimum.' },
  max: { vi: 'Lớn hơn mức cho phép.', en: 'Above the maximum.' },
  isUuid: { vi: 'Mã không đúng dạng.', en: 'Not a valid id.' },
  isEmail: { vi: 'Địa chỉ thư không đúng.', en: 'Not a mail address.' },
  matches: { vi: 'Không đúng dạng.', en: 'Wrong format.' },
  isObject: { vi: 'Phải là một đối tượng.', en: 'Must be an object.' },
  isArray: { vi: 'Phải là một danh sách.', en: 'Must be a list.' },
  arrayMaxSize: { vi: 'Danh sách quá dài.', en: 'The list is too long.' },
  whitelistValidation: { vi: 'Không có mục này.', en: 'There is no such field.' },
  nestedValidation: { vi: 'Không đúng dạng.', en: 'Wrong format.' },
  unknownValue: { vi: 'Không đọc được.', en: 'Cannot be read.' },
};

const required = { code: 'required', vi: 'Cần có mục này.', en: 'This is needed.' };
const fallback = { vi: 'Không đúng.', en: 'Not right.' };

// A name that nobody knows is told back where it can be a name of ours; a person's words are not.
export const tellable = (name: string) => (/^[\w.$-]{1,60}$/.test(name) ? name : '?');

function fieldsOf(errors: ValidationError[], path = ''): FieldError[] {
  return errors.flatMap(({ property = '', value, constraints = {}, children = [] }) => {
    const name = tellable(property);
    const field = path ? `${path}.${name}` : name;
    const own = Object.keys(constraints)
      .slice(0, 1)
      .map((code) =>
        value === undefined
          ? { field, ...required }
          : { field, code, ...(words[code] ?? fallback) },
      );
    return [...own, ...fieldsOf(children, field)];
  });
}

const options: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
};

const refusal = (errors: ValidationError[]) => new DomainError('request.invalid', fieldsOf(errors));

/** The value as an instance of its DTO. @throws request.invalid with every wrong field */
export function validated<T extends object>(type: ClassConstructor<T>, value: unknown): T {
  requireBounded(value);
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const instance = plainToInstance(type, plain);
  const errors = validateSync(instance, options);
  if (errors.length > 0) throw refusal(errors);
  return instance;
}

/** The rules of the DTO classes for every route; a body of another shape is refused by its fields. */
@Injectable()
export class DtoPipe extends ValidationPipe {
  constructor() {
    super({ ...options, transform: true, exceptionFactory: refusal });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    requireBounded(value, (metadata.metatype as Roomy | undefined)?.mostValues);
    return super.transform(value, metadata);
  }
}
